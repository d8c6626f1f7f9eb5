public import TarePrompts
import TareText

/// Flags large pieces of code, data and quotation that are sent with every request.
public struct EmbeddedBulkInPrompt: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "BUD004", name: "embedded-bulk",
    summary: "Code, data, a table or a quotation of 1,000 tokens or more is sent with every request.",
    rationale: """
      Bulk that was pasted into a prompt is paid for in every request, whether the request needs it or not. Behind a tool \
      or in a retrieved passage it costs only when it is asked for. Files that are loaded on demand are left alone.
      """,
    evidence: """
      November 2026, 2,049 published prompts: fenced code holds 22.9 % of all tokens, tables 4.8 %; in one \
      collection four pasted sections hold 103,000 of 272,000 tokens. None in 213 other prompts (2026-11-21), so \
      precision is not known; of 50 pieces of code, logs, rows and records of more than 1,000 tokens put into them \
      all are found.
      """,
    severity: .warning,
    triggering: [
      .init("Review code like this:\n\n```\n" + String(repeating: "let count = count + 1\n", count: 400) + "```\n")
    ],
    silent: [
      "Review code like this:\n\n```\nlet count = count + 1\n```\n",
      String(repeating: "Answer from the handbook only.\n", count: 400),
    ])

  /// A rule without settings.
  public init() {}

  /// Reports each block.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard document.isSentWithEveryRequest else { return }
    for bulk in EmbeddedBulk(document, tokens).blocks {
      report(
        Finding(
          Self.page, .bulk(bulk.kind, lines: bulk.lines.count),
          at: document.lines[bulk.lines.lowerBound].range, cost: .held(bulk.tokens)))
    }
  }
}

extension PromptDocument {
  /// Whether the body is sent with every request, and not when it is called for.
  var isSentWithEveryRequest: Bool { sentTexts.contains { bodyRange.contains($0.range) && $0.loadClass == .always } }
}

extension Finding.Message {
  fileprivate static func bulk(_ kind: EmbeddedBulk.Kind, lines: Int) -> Self {
    let name =
      switch kind {
      case .table: "table"
      case .quotation: "quotation"
      case .code: "block of code"
      case .data: "block of data"
      }
    return "\(name) of \(lines.grouped) lines is sent with every request"
  }
}
