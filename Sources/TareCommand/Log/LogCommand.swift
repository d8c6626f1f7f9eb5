import ArgumentParser
import Tare

/// `tare log`: what prompts came to at each commit that changed them.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Shows the tokens and the cost of prompts at each commit that changed them.",
    usage: "tare log [options] [<base>..<head>] [<path> ...]",
    discussion: """
      Examples:
        tare log prompts/support.md                 a prompt, under all the names it had
        tare log prompts/                           all prompts of a folder together
        tare log -n 20 --model claude-sonnet-4-6    the last 20 commits that changed one below this folder
        tare log main..HEAD prompts/                since the branch left main
        tare log prompts/ --report html:trend.html

      The history is that of the branch: of a merge the first parent is followed, and the merge is one step. Renames \
      are followed, also those of a whole folder. A prompt that is no longer there has a history too. In folders, \
      files that look like prompts count, as in tare diff. Nothing is checked out.

      Costs are those of requests with each prompt, net of caching and gross; all commits have the same model and \
      prices, today's or those of --at. Models and traffic are those that tare.yaml says of the prompts now, unless \
      options say others; where nobody names a model or an encoding, the model is \(EncodingOptions.defaultModel).
      """)

  @Argument(
    help: ArgumentHelp(
      "Files and folders, this folder if left out; before them, a range of commits as in git.", valueName: "path"))
  var arguments: [String] = []

  @Option(name: [.customShort("n"), .long], help: ArgumentHelp("Show at most so many commits.", valueName: "n"))
  var limit: Int?

  @OptionGroup var counting: EncodingOptions

  @OptionGroup var programs: ProgramOptions

  @OptionGroup var prices: RateOptions

  @OptionGroup var traffic: TrafficOptions

  @OptionGroup var output: LogOutputOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes 1 or more") }
    if traffic.needsPrice, counting.encoding != nil, counting.model == nil {
      throw ValidationError("traffic needs a price: name a --model beside --encoding")
    }
  }

  func run() throws {
    let log = PromptLog(
      target: try LogTarget(arguments), limit: limit, uses: try PromptUses(counting, prices, traffic),
      selection: try PromptSelection(prices.settings, programs))
    try output.write(log.report())
  }
}
