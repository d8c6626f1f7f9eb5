import ArgumentParser

/// How findings are shown.
struct LintOutputOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github
  }

  @Option(help: ArgumentHelp("Output: text, json, sarif or github.", valueName: "format"))
  var format: Format = .text

  @Option(
    name: [.short, .customLong("output-file")], help: ArgumentHelp("Write the report to this file.", valueName: "file"))
  var outputFile: String?

  @Option(help: ArgumentHelp("The name that standard input goes by; it decides the format.", valueName: "name"))
  var stdinFilename: String?

  @Option(help: ArgumentHelp("With --model: also price a month of this many requests.", valueName: "n"))
  var requestsPerMonth: Int?

  @Flag(help: "Exit with 0 in spite of findings.")
  var exitZero = false

  @Flag(name: .shortAndLong, help: "Show findings and nothing else.")
  var quiet = false

  func validate() throws {
    if let requestsPerMonth, requestsPerMonth < 0 {
      throw ValidationError("--requests-per-month takes no negative number")
    }
  }
}
