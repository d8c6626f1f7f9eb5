public import TarePrompts
import TareText

/// Flags descriptions of tools that the instructions repeat.
public struct ToolDocumentationTwice: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "DUP010", name: "tool-doc-in-prompt-and-schema",
    summary: "The instructions of a request say what the description of a tool says.",
    rationale: """
      A provider puts the descriptions of all tools in front of the model by itself. The same words in the instructions are \
      paid for twice, and the two drift apart.
      """,
    evidence: """
      November 2026: mechanical, eight words or more in the same order and nothing between them. No published collection of \
      requests was at hand to count how often it is found.
      """,
    severity: .warning, scope: .file,
    triggering: [
      .init(
        #"{"model": "gpt-5.4", "messages": [{"role": "system", "content": "Use find_order: Finds an order by its number and returns its parcels and their state."}], "tools": [{"type": "function", "function": {"name": "find_order", "description": "Finds an order by its number and returns its parcels and their state."}}]}"#,
        path: "request.json")
    ],
    silent: ["Finds an order by its number and returns its parcels and their state."])

  /// In words: shorter descriptions are names.
  private static let leastWords = 8

  /// A rule without settings.
  public init() {}

  /// Reports each tool once, at its definition.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    for request in document.requests where !request.tools.isEmpty {
      let texts = document.sentTexts.filter { text in
        text.role == .system && request.range.start <= text.range.start && text.range.end <= request.range.end
      }.map { WordSequence($0.utf8[...]).words }
      for tool in request.tools {
        guard let description = tool.description,
          isRepeated(WordSequence(Array(description.utf8)[...]).words, in: texts)
        else { continue }
        let cost = tokens.count(Array(description.utf8)[...])
        report(Finding(Self.page, .repeated(tool.name), at: tool.range, cost: .held(cost)))
      }
    }
  }

  private func isRepeated(_ words: [ArraySlice<UInt8>], in texts: [[ArraySlice<UInt8>]]) -> Bool {
    guard words.count >= Self.leastWords else { return false }
    return texts.contains { text in
      text.indices.contains { text[$0] == words[0] && text[$0...].starts(with: words) }
    }
  }
}

extension Finding.Message {
  fileprivate static func repeated(_ tool: String) -> Self {
    "the instructions repeat the description of \"\(tool)\""
  }
}
