import ArgumentParser
import Tare

/// `tare cut`: the part of a text that fits a number of tokens.
struct CutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cut",
    abstract: "Cuts a text to a number of tokens.",
    usage: "tare cut --tokens <n> [options] [<file>]",
    discussion: """
      Writes the beginning of the text, its end, or both ends with a mark between them. What is written never has \
      more tokens than asked for, counted on its own and with the mark; the account goes to standard error. A cut at \
      lines, sentences or paragraphs keeps whole ones only, and may keep nothing.

      Examples:
        tare cut --tokens 2000 --at line notes.md
        tare cut --tokens 500 --keep tail build.log
        tare cut --tokens 4000 --keep ends --mark ' […] ' report.txt

      Exit codes: 0 written, 1 the mark alone has more tokens (nothing is written), 2 bad input or usage.
      """)

  enum Keep: String, ExpressibleByArgument, CaseIterable {
    case head
    case tail
    case ends
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: ArgumentHelp("A text, or - for standard input.", valueName: "file"))
  var path = "-"

  @OptionGroup var limit: TokenLimitOption

  @Option(help: ArgumentHelp("What to keep: head, tail, or ends and leave out the middle.", valueName: "part"))
  var keep: Keep = .head

  @Option(help: ArgumentHelp("Cut at a token, character, sentence, line or paragraph.", valueName: "place"))
  var at: CutPlaceOption = .token

  @Option(
    help: ArgumentHelp("Stands for what was left out; none unless --keep ends, and then ' […] '.", valueName: "text"))
  var mark: String?

  @OptionGroup(title: "Counting") var encodingChoice: EncodingOptions

  @Option(help: ArgumentHelp("Output: the text, or json with the text and the account.", valueName: "format"))
  var format: Format = .text

  @Option(
    name: [.short, .customLong("output-file")], help: ArgumentHelp("Write to this file.", valueName: "file"))
  var outputFile: String?

  func run() throws {
    let choice = try encodingChoice.resolve()
    let file = try InputFile.read(path)
    let report = try report(file.path, try file.text().utf8, choice)
    try StandardOutput.write(format == .json ? report.json : report.text, orTo: outputFile)
    if format == .text { StandardError.line(report.account) }
  }

  private func report(_ path: String, _ utf8: [UInt8], _ choice: EncodingChoice) throws(CommandError) -> CutReport {
    let tokenizer = Tokenizer(choice.encoding)
    let scale = choice.scale(of: utf8)
    let limit = scale.limit(self.limit.tokens)
    let places = try at.places(in: utf8)
    guard let elided = tokenizer.elided(utf8.span, to: limit, leavingOut: leftOut, mark: usedMark, at: places) else {
      throw CommandError(
        place: "--mark", reason: "the mark alone does not fit in --tokens \(self.limit.tokens)", exitCode: .findings)
    }
    return CutReport(
      path: path, encoding: choice.encoding, basis: scale.basis, model: choice.model,
      kept: [elided.head, elided.tail].filter { !$0.isEmpty }, text: String(decoding: elided.text, as: UTF8.self),
      tokens: scale.modelTokens(elided.tokens), total: scale.modelTokens(elided.total))
  }

  private var usedMark: String { mark ?? (keep == .ends ? " […] " : "") }

  private var leftOut: Elision.Part {
    switch keep {
    case .head: .tail
    case .tail: .head
    case .ends: .middle()
    }
  }
}
