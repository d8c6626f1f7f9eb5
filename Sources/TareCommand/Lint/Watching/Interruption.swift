import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether somebody asked the process to end, by Ctrl-C or as a supervisor does.
enum Interruption {
  private static let came = Atomic<Bool>(false)

  /// Whether somebody did.
  static var hasCome: Bool { came.load(ordering: .relaxed) }

  /// Remembers from now on that somebody did, in place of ending at once. Whoever asks twice does not want to wait.
  static func listen() {
    // A handler may come at any time, and what it writes to has to be there.
    guard !hasCome else { return }
    // Whoever started the process may have left them blocked, as threads that start others do.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      unsafe sigaddset(&signals, number)
      // The handler writes one atomic value and calls `signal`; both are allowed at any time.
      _ = signal(number) { number in
        Interruption.came.store(true, ordering: .relaxed)
        _ = signal(number, SIG_DFL)
      }
    }
    // SAFETY: the set was made above, and nothing is asked about the old one.
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Waits, but not longer than until somebody asks.
  static func pause(milliseconds: UInt32) {
    // A signal ends the wait early.
    usleep(milliseconds * 1_000)
  }
}
