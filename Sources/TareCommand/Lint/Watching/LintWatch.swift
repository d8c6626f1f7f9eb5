import ArgumentParser
import SystemPackage
import Tare

/// `tare lint --watch`: looks again whenever something changed that a run depends on, until somebody ends it.
///
/// What is there is asked for some times a second, which every system can answer, also for files on other machines.
struct LintWatch {
  /// The files that a run depends on; `nil` for those that are not there and would be read if they were.
  typealias State = [String: FileStamp?]

  let isQuiet: Bool
  /// What is there now.
  let state: () -> State
  /// Looks once.
  let look: () throws -> Void

  private static let pauseInMilliseconds: UInt32 = 250

  /// Looks until somebody asks for an end.
  func run() {
    Interruption.listen()
    var seen: State?
    while !Interruption.hasCome {
      // What changes while a run goes on is found after it.
      let now = state()
      if now != seen {
        if let seen { sayWhatChanged(from: seen, to: now) }
        seen = now
        lookOnce(of: now.count { $0.value != nil })
      }
      Interruption.pause(milliseconds: Self.pauseInMilliseconds)
    }
  }

  private func lookOnce(of count: Int) {
    do { try look() } catch is ExitCode {
      // The report said why.
    } catch {
      // A mistake in settings is mended while the command goes on.
      StandardError.line((error as? CommandError)?.message ?? describe(error))
    }
    guard !isQuiet else { return }
    StandardError.line("Watching \(count) \(count == 1 ? "file" : "files"); Ctrl-C ends it.")
  }

  private func sayWhatChanged(from old: State, to new: State) {
    if Terminal.isAttached(to: .standardOutput) { StandardOutput.write("\u{1B}[2J\u{1B}[3J\u{1B}[H") }
    guard !isQuiet else { return }
    // A file of settings that changed may leave out prompts, which did not.
    let written = new.keys.filter { old.keys.contains($0) && old[$0] != new[$0] }
    let came = Set(old.keys).symmetricDifference(new.keys).filter { (old[$0] ?? new[$0] ?? nil) != nil }
    let changed = (written.isEmpty ? Array(came) : written).sorted()
    guard let first = changed.first else { return }
    let others = changed.count > 1 ? " and \(changed.count - 1) more" : ""
    StandardError.line("Changed: \(first)\(others)")
  }
}
