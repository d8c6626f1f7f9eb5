import ArgumentParser
import Tare

/// Writing down that what is found may stand.
struct LintIgnoreOptions: ParsableArguments {
  @Flag(
    help: """
      Let all that is found be: by comments where they are not sent, in a file beside the prompt where they would be.
      """)
  var addIgnore = false

  @Option(help: ArgumentHelp("With --add-ignore: why.", valueName: "text"))
  var reason: String?

  func validate() throws {
    guard let reason else { return }
    if !addIgnore { throw ValidationError("--reason goes with --add-ignore") }
    let endings = ["\n", "\r", "#}", "}}", "-->", "*/"]
    if endings.contains(where: reason.contains) {
      throw ValidationError("--reason takes one line in which no comment ends")
    }
  }
}
