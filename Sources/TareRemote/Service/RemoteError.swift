/// Why a service did not answer. It names no text and no key, and nothing of the answer's body, which may quote both.
public struct RemoteError: Error, Sendable, Hashable {
  /// What kind of failure it is.
  public enum Code: Sendable, Hashable {
    /// The address cannot be used.
    case address(String)
    /// The provider refused the key.
    case refusedKey
    /// The provider answered with this status, after every attempt.
    case status(Int)
    /// The provider asks to wait longer than this many seconds.
    case mustWait(seconds: Int)
    /// There was no connection.
    case unreachable
    /// There was no whole answer in time.
    case timedOut
    /// The answer was larger than any that was asked for.
    case tooLarge
    /// The answer ended early, was no JSON or had nothing in it of what was asked for.
    case malformedAnswer
    /// The answer was of the right kind and cannot be right, for this reason.
    case wrongAnswer(String)
  }

  /// What kind of failure it is.
  public let code: Code

  init(code: Code) { self.code = code }

  static func wrong(_ reason: String) -> RemoteError { RemoteError(code: .wrongAnswer(reason)) }

  static func address(_ reason: String) -> RemoteError { RemoteError(code: .address(reason)) }
}

extension RemoteError: CustomStringConvertible {
  /// One sentence.
  public var description: String {
    switch code {
    case .address(let reason): "the address \(reason)"
    case .refusedKey: "the key was refused"
    case .status(let status): "the answer was status \(status)"
    case .mustWait(let seconds): "the service asks to wait \(seconds) seconds; try again then"
    case .unreachable: "there was no connection"
    case .timedOut: "there was no whole answer in time"
    case .tooLarge: "the answer was larger than any can be"
    case .malformedAnswer: "the answer ended early or has not in it what was asked for"
    case .wrongAnswer(let reason): reason
    }
  }
}
