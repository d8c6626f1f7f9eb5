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
      answer in the layout they are shown; blocks that the text around them calls a form or an example are left alone.
      """,
    evidence: """
      November 2026, 2,049 published prompts: JSON in fences is laid out in 5 to 8 % of the files, 0.29 % of all tokens. \
      How much of it is data and how much a form was not measured.
      """,
    severity: .info, fixSafety: .unsafe, leastSaving: 100,
    triggering: [
      .init(
        "The bins of the house:\n\n```json\n[\n"
          + (1...40).map { "  {\n    \"bin\": \($0),\n    \"count\": \($0 * 7)\n  }" }.joined(separator: ",\n")
          + "\n]\n```\n",
        fixed: "The bins of the house:\n\n```json\n["
          + (1...40).map { "{\"bin\":\($0),\"count\":\($0 * 7)}" }.joined(separator: ",") + "]\n```\n")
    ],
    silent: [
      "The bins of the house:\n\n```json\n[{\"bin\": 1, \"count\": 7}]\n```\n",
      "Return JSON in this format:\n\n```json\n[\n"
        + (1...40).map { "  {\n    \"bin\": \($0),\n    \"count\": \($0 * 7)\n  }" }.joined(separator: ",\n")
        + "\n]\n```\n",
    ])

  private let forms = AnswerForms()
  /// In elements of a list: nobody fills in a form with so many, whatever the section is called. A choice.
  private static let mostRecords = 20

  /// A rule without settings.
  public init() {}

  /// Reports each block.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    for block in document.blocks where block.isJSONFence && !forms.isLedTo(block, in: document) {
      let range = document.fenced(block)
      let json = Array(document.source.bytes(in: range))
      guard let root = (try? JSONDocument(parsing: json))?.root,
        isBulk(root, block, document) || !forms.contain(block, in: document)
      else { continue }
      let edits = JSONLayout.ranges(in: json).map {
        Edit.delete(SourceRange(range.start + $0.lowerBound, range.start + $0.upperBound))
      }
      let first = document.lines[block.lines.lowerBound].range
      guard !edits.isEmpty else { continue }
      let fix = Fix("write the data on one line", .unsafe, edits: edits)
      report(Finding(Self.page, "data in JSON is laid out for people", at: first, fix: fix))
    }
  }

  private func isBulk(_ root: JSONValue, _ block: PromptBlock, _ document: PromptDocument) -> Bool {
    root.elements.count >= Self.mostRecords
      && !document.zones.kinds(ofLine: block.lines.lowerBound).contains(.example)
  }
}
