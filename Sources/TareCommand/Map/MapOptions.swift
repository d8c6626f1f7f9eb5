import ArgumentParser
import Tare

/// How much of a map is shown, and in which order.
struct MapExtentOptions: ParsableArguments {
  enum Order: String, ExpressibleByArgument, CaseIterable {
    case tokens, place
  }

  @Option(
    help: ArgumentHelp(
      "Show this many levels of parts inside a file, 0 for none; all of a single file and 1 of several if left out.",
      valueName: "n"))
  var depth: Int?

  @Option(help: ArgumentHelp("Sum up parts with fewer tokens on one line.", valueName: "n"))
  var minTokens = 0

  @Option(
    help: ArgumentHelp("Order: tokens (the largest first) or place (as they stand in the file).", valueName: "by"))
  var sort: Order = .tokens

  func validate() throws {
    if let depth, depth < 0 { throw ValidationError("--depth takes no negative number") }
    if minTokens < 0 { throw ValidationError("--min-tokens takes no negative number") }
  }

  /// What is shown of a map of so many files.
  func extent(of fileCount: Int) -> MapReport.Extent {
    MapReport.Extent(
      order: sort == .tokens ? .tokens : .place, depth: depth ?? (fileCount == 1 ? nil : 1), leastTokens: minTokens)
  }
}
