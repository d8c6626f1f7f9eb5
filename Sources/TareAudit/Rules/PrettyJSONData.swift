import TareJSON
public import TarePrompts
import TareText

/// Flags data in JSON that is laid out for people.
public struct PrettyJSONData: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "FMT005", name: "pretty-json-data",
    summary: "A block of JSON data spends 100 tokens or more on line ends and indentation.",
    rationale: """
      Data that a model only reads says the same on one line. A form for the answer is another matter, since models \
      answer in the layout they are shown; blocks that the text around them calls a form or an example are left alone, \
      and nothing is rewritten for you.
      """,
    evidence: """
      November 2026, 2,049 published prompts: JSON in fences is laid out in 5 to 8 % of the files, 0.29 % of all tokens. \
      How much of it is data and how much a form was not measured.
      """,
    severity: .info, leastSaving: 100,
    triggering: [
      .init(
        "The bins of the house:\n\n```json\n[\n"
          + (1...40).map { "  {\n    \"bin\": \($0),\n    \"count\": \($0 * 7)\n  }" }.joined(separator: ",\n")
          + "\n]\n```\n")
    ],
    silent: [
      "The bins of the house:\n\n```json\n[{\"bin\": 1, \"count\": 7}]\n```\n",
      "Return JSON in this format:\n\n```json\n[\n"
        + (1...40).map { "  {\n    \"bin\": \($0),\n    \"count\": \($0 * 7)\n  }" }.joined(separator: ",\n")
        + "\n]\n```\n",
    ])

  private let leads = PhraseSearch(.formLeads)

  /// A rule without settings.
  public init() {}

  /// Reports each block.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    for block in document.blocks where block.isJSONFence && block.lines.count > 2 && !isForm(block, document) {
      let range = SourceRange(
        document.lines[block.lines.lowerBound + 1].range.start, document.lines[block.lines.upperBound - 2].range.end)
      let json = Array(document.source.bytes(in: range))
      guard (try? JSONDocument(parsing: json)) != nil else { continue }
      let edits = layout(of: json).map {
        Edit.delete(SourceRange(range.start + $0.lowerBound, range.start + $0.upperBound))
      }
      let first = document.lines[block.lines.lowerBound].range
      if !edits.isEmpty { report(Finding(Self.page, "data in JSON is laid out for people", at: first, wasting: edits)) }
    }
  }

  /// Whether a heading or the line in front says that answers are to look like this.
  private func isForm(_ block: PromptBlock, _ document: PromptDocument) -> Bool {
    if document.expectsRepetition(at: block.lines.lowerBound) { return true }
    let titles = document.sections(around: block.lines.lowerBound).map(\.title)
    let lead = document.lines[..<block.lines.lowerBound].last { $0.kind != .blank }
    let texts = titles + (lead.map { [document.source.string(in: $0.range)] } ?? [])
    return texts.contains { !leads.matches(in: Array($0.utf8)[...], wholeWords: false).isEmpty }
  }

  /// The white space outside of strings.
  private func layout(of json: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var isString = false
    var index = 0
    while index < json.count {
      let start = index
      switch json[index] {
      case UInt8(ascii: "\\") where isString: index += 2
      case UInt8(ascii: "\""):
        isString.toggle()
        index += 1
      case 0x09, 0x0A, 0x0D,
        0x20 where !isString:
        while index < json.count, json[index] <= 0x20 { index += 1 }
        found.append(start..<index)
      default: index += 1
      }
    }
    return found
  }
}

extension PromptBlock {
  fileprivate var isJSONFence: Bool {
    guard case .fence(let info) = kind, depth == 0 else { return false }
    return info.lowercased() == "json"
  }
}
