import Synchronization
import SystemPackage
import Tare

/// How far a long run has come, on one line of standard error that it takes back: shown on a terminal only, and only
/// where the run takes longer than a second.
final class Progress: Sendable {
  private let total: Int
  private let things: String
  private let isWatched: Bool
  private let start = ContinuousClock.now
  private let done = Atomic<Int>(0)
  private let lastShown = Mutex<Duration?>(nil)

  /// The progress of a run over `total` things.
  init(of total: Int, _ things: String) {
    self.total = total
    self.things = things
    isWatched = total > 1 && Terminal.isAttached(to: .standardError)
  }

  /// Says that one more is done; any thread may.
  func advance() {
    let count = done.add(1, ordering: .relaxed).newValue
    guard isWatched else { return }
    let elapsed = ContinuousClock.now - start
    // Whoever finds the line taken leaves it to the one who has it.
    _ = lastShown.withLockIfAvailable { last in
      guard Self.isDue(elapsed, after: last) else { return }
      last = elapsed
      StandardError.write("\r\(count.grouped) of \(total.grouped) \(things)")
    }
  }

  /// Takes the line back.
  func clear() {
    guard lastShown.withLock({ $0 }) != nil else { return }
    StandardError.write("\r\u{1B}[K")
  }

  /// Whether it is time for a line: after a second, and then ten times a second.
  static func isDue(_ elapsed: Duration, after last: Duration?) -> Bool {
    elapsed >= .seconds(1) && elapsed - (last ?? .zero) >= .milliseconds(100)
  }
}
