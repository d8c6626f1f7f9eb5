import TareJSON
public import TarePrompts
import TareText

/// Flags lists of like objects, which repeat their keys in every row.
public struct RowJSON: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "FMT006", name: "row-json",
    summary: "A list of like objects in JSON repeats its keys in every row, where a table would name them once.",
    rationale: """
      A table with commas names its columns once. The finding gives three counts of the same data: as it stands, as JSON \
      without white space, and with commas. Some models read one form better than another, so nothing is changed.
      """,
    evidence: """
      November 2026: the published comparison of one table format with JSON laid out for people claims 40 %; with JSON \
      without white space it is 11 %. What a block would save is counted here, and nothing else is claimed.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [
      .init(
        "Zones:\n\n```json\n["
          + (1...12).map { #"{"zone": "Z\#($0)", "delivery_days": \#($0), "delivery_price": \#($0 * 3)}"# }
          .joined(separator: ",\n") + "]\n```\n")
    ],
    silent: [
      "Answer in this form:\n\n```json\n[{\"zone\": \"a\", \"days\": 1}, {\"zone\": \"b\", \"days\": 2}, {\"zone\": \"c\", \"days\": 3}]\n```"
    ])

  /// In rows; and the share of the compact JSON that a table may have at most to be worth it, in hundredths.
  private static let leastRows = 3
  private static let mostShare = 70

  private let forms = AnswerForms()

  /// A rule without settings.
  public init() {}

  /// Reports each such list.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    for block in document.blocks where block.isJSONFence && !forms.contain(block, in: document) {
      let range = document.fenced(block)
      let json = Array(document.source.bytes(in: range))
      guard let parsed = try? JSONDocument(parsing: json), let table = table(parsed.root) else { continue }
      let compact = tokens.count(JSONLayout.compact(json)[...])
      let rows = tokens.count(Array(table.utf8)[...])
      guard rows * 100 <= compact * Self.mostShare else { continue }
      let first = document.lines[block.lines.lowerBound].range
      report(Finding(Self.page, .rows(compact, rows), at: first, cost: .held(tokens.count(in: range))))
    }
  }

  /// The rows with commas between their values, or `nil` where the list is no table.
  private func table(_ root: JSONValue) -> String? {
    let rows = root.elements.map(\.members)
    guard root.kind == .array, rows.count >= Self.leastRows, let names = rows.first?.map(\.name), names.count > 1,
      rows.allSatisfy({ $0.map(\.name) == names })
    else { return nil }
    let cells = rows.map { $0.map { cell($0.value) } }
    guard cells.allSatisfy({ !$0.contains(nil) }) else { return nil }
    return ([names.map(quoted)] + cells.map { $0.compactMap { $0 } }).map { $0.joined(separator: ",") }
      .joined(separator: "\n")
  }

  private func cell(_ value: JSONValue) -> String? {
    switch value.kind {
    case .array, .object: nil
    case .string: value.string.map(quoted)
    default: String(decoding: value.rawBytes, as: UTF8.self)
    }
  }

  /// RFC 4180: what holds a comma, a quote or a line end stands between quotes.
  private func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

extension Finding.Message {
  fileprivate static func rows(_ compact: Int, _ table: Int) -> Self {
    "rows repeat their keys: \(compact.grouped) tokens as compact JSON, \(table.grouped) with commas"
  }
}
