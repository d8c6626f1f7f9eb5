import ArgumentParser
import Tare

/// `tare count --by`: which parts of one text its tokens belong to.
struct DividedCount {
  let path: String
  let division: AttributionReport.Division
  let choice: EncodingChoice

  init(path: String, by division: AttributionReport.Division, _ choice: EncodingChoice) {
    self.path = path
    self.division = division
    self.choice = choice
  }

  func report() throws(CommandError) -> AttributionReport {
    let file = try InputFile.read(path)
    let source = try normalized(try file.text(), path: file.path)
    let scale = choice.scale(of: source.utf8)
    return AttributionReport(
      path: file.path, source, try outline(of: source, path: file.path), by: division,
      tokenizer: Tokenizer(choice.encoding), basis: scale.basis, model: choice.model, scaled: scale.modelTokens)
  }

  /// The text in the form that the encoding counts it in, so that the parts have the tokens of the whole.
  private func normalized(_ source: SourceText, path: String) throws(CommandError) -> SourceText {
    guard let bytes = choice.encoding.normalized(source.utf8.span) else { return source }
    do { return try SourceText(bytes) } catch { throw .input(path, error.description) }
  }

  private func outline(of source: SourceText, path: String) throws(CommandError) -> TextOutline {
    do {
      switch division {
      case .line: return source.lineOutline
      case .section: return try document(of: source, path: path).sectionOutline
      case .field: return try JSONDocument(parsing: source.utf8).outline
      }
    } catch let error as JSONError {
      throw .input("\(path):\(error.location.line):\(error.location.column)", error.reason)
    } catch {
      throw .input(path, describe(error))
    }
  }

  /// A text whose name does not say what it is has sections all the same, since that is what was asked for.
  private func document(of source: SourceText, path: String) throws(PromptError) -> PromptDocument {
    let named = PromptFormat(ofNamedFile: path)
    return try PromptDocument(
      parsing: PromptFile(path: path, source: source), as: named == .text ? .markdown : named)
  }
}

extension CountCommand {
  /// Into what a text is divided, and how much of that is shown.
  struct PartOptions: ParsableArguments {
    @Option(
      name: .customLong("by"),
      help: ArgumentHelp(
        "Count each line, each section of Markdown or each field of JSON of one text, the largest first.",
        valueName: "part"))
    var division: AttributionReport.Division?

    @Option(help: ArgumentHelp("With --by: show this many parts.", valueName: "n"))
    var top: Int?

    func validate() throws {
      guard let top else { return }
      guard division != nil else { throw ValidationError("--top goes with --by") }
      guard top > 0 else { throw ValidationError("--top takes a number from 1") }
    }
  }
}
