import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs `body` as `waiting` does; somebody who ends this process meanwhile ends `body` first, so that a program it
/// started, which has a session of its own, does not go on by itself.
func stoppablyWaiting<Success: Sendable>(for body: @escaping @Sendable () async throws -> Success) throws -> Success {
  let task = Task.detached(operation: body)
  let stopped = Stop()
  let watched = [SIGINT, SIGTERM].compactMap { number -> (number: Int32, source: any DispatchSourceSignal)? in
    // Whoever started this process may have wanted it to go on, as nohup does.
    guard !isIgnored(signal(number, SIG_IGN)) else { return nil }
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      stopped.number.withLock { $0 = number }
      task.cancel()
    }
    source.resume()
    return (number, source)
  }
  let outcome = Result { try waiting { try await task.value } }
  for (number, source) in watched {
    source.cancel()
    signal(number, SIG_DFL)
  }
  // Now nobody is left who would be forgotten, and the signal does what it does.
  if let number = stopped.number.withLock({ $0 }) { raise(number) }
  return try outcome.get()
}

private func isIgnored(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
  // SAFETY: both are pointers to functions, of which only the numbers are compared.
  unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}

/// The signal that came, if one did.
private final class Stop: Sendable {
  let number = Mutex<Int32?>(nil)
}
