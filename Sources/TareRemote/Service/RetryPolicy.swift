/// When a request is sent again, and after how long. Everything is bounded.
public struct RetryPolicy: Sendable, Hashable {
  /// How often a request is sent at most.
  public var attempts: Int
  /// The milliseconds before the second attempt; each further wait is twice as long.
  public var firstWait: Int
  /// The longest wait, in milliseconds, whatever the provider asks for.
  public var longestWait: Int

  /// A policy: by default three attempts, half a second before the second, and no wait above twenty seconds.
  public init(attempts: Int = 3, firstWait: Int = 500, longestWait: Int = 20_000) {
    self.attempts = attempts
    self.firstWait = firstWait
    self.longestWait = longestWait
  }

  /// What to do after an answer that is no success.
  enum Decision: Sendable, Hashable {
    /// Send again after so many milliseconds.
    case wait(milliseconds: Int)
    /// Give up.
    case fail(RemoteError)
  }

  /// What to do after the answer to attempt number `attempt`, from 1.
  ///
  /// - Parameter retryAfter: The header of that name; seconds are understood, dates are not, as no clock is read.
  func decision(status: Int, retryAfter: String?, after attempt: Int) -> Decision {
    guard status == 429 || (500...599).contains(status) else {
      return .fail(RemoteError(code: status == 401 || status == 403 ? .refusedKey : .status(status)))
    }
    if let seconds = retryAfter.flatMap({ Int($0) }), seconds >= 0 {
      guard seconds <= longestWait / 1_000 else { return .fail(RemoteError(code: .mustWait(seconds: seconds))) }
      return attempt < attempts ? .wait(milliseconds: seconds * 1_000) : .fail(RemoteError(code: .status(status)))
    }
    return wait(after: attempt, else: RemoteError(code: .status(status)))
  }

  /// The wait after attempt number `attempt`, or the failure where it was the last.
  func wait(after attempt: Int, else error: RemoteError) -> Decision {
    guard attempt < attempts else { return .fail(error) }
    let doublings = min(max(attempt - 1, 0), 16)
    return .wait(milliseconds: min(firstWait << doublings, longestWait))
  }
}
