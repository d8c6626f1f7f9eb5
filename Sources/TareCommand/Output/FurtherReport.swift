import ArgumentParser
import Tare

/// `--report FORMAT:FILE`: one more report of the same run.
struct FurtherReport<Format: ExpressibleByArgument & Sendable>: ExpressibleByArgument, Sendable {
  let format: Format
  let path: String

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty, !StandardOutput.isNamed(parts[1]),
      let format = Format(argument: parts[0])
    else { return nil }
    self.format = format
    path = parts[1]
  }
}
