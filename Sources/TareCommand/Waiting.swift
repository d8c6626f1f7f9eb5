import Dispatch
import Synchronization

/// Runs `body` on the concurrency runtime and waits for it on this thread, which is the process's first.
///
/// An asynchronous `main` would start the runtime's threads for every command; most need none, and four threads cost
/// more than counting a prompt. Waiting is safe here because the first thread is none of the runtime's own.
func waiting<Success: Sendable>(for body: @escaping @Sendable () async throws -> Success) throws -> Success {
  let outcome = Outcome<Success>()
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    do {
      let value = try await body()
      outcome.result.withLock { $0 = .success(value) }
    } catch {
      outcome.result.withLock { $0 = .failure(error) }
    }
    done.signal()
  }
  done.wait()
  guard let result = outcome.result.withLock({ $0 }) else { throw CancellationError() }
  return try result.get()
}

/// Where the body leaves what came of it.
private final class Outcome<Success: Sendable>: Sendable {
  let result = Mutex<Result<Success, any Error>?>(nil)
}
