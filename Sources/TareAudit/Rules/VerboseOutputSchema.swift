public import TarePrompts
import TareText

/// Flags forms for the answer with long names of keys.
public struct VerboseOutputSchema: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "OUT004", name: "verbose-output-schema",
    summary: "A form for the answer in JSON has keys of more than three tokens on average.",
    rationale: """
      The model writes every key into every answer, at the price of output, which is four or five times that of input. \
      `summary` says what `summary_of_the_customer_request` says, and the form can explain it once.
      """,
    evidence: """
      November 2026: not judged on published prompts. A clear name helps a model as it helps people, so the rule is off.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [
      .init(
        "Answer in this format:\n\n```json\n{\n  \"summary_of_the_customer_request\": \"...\",\n  \"recommended_next_action_for_the_desk\": \"...\",\n  \"confidence_level_of_the_recommendation\": 1\n}\n```"
      )
    ],
    silent: [
      "Answer in this format:\n\n```json\n{\n  \"summary\": \"...\",\n  \"action\": \"...\",\n  \"confidence\": 1\n}\n```"
    ])

  private static let leastKeys = 3
  private static let mostTokens = 3

  private let forms = AnswerForms()

  /// A rule without settings.
  public init() {}

  /// Reports each form.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    for block in document.blocks where block.isJSONFence && forms.contain(block, in: document) {
      let keys = keys(in: document.source, document.fenced(block))
      guard keys.count >= Self.leastKeys else { continue }
      let held = keys.reduce(0) { $0 + tokens.count(in: $1) }
      guard held > keys.count * Self.mostTokens else { continue }
      let first = document.lines[block.lines.lowerBound].range
      report(Finding(Self.page, .keys(keys.count, held), at: first, cost: .held(held)))
    }
  }

  /// The strings in front of a colon; forms are seldom JSON to the letter, so nothing more is asked of them.
  private func keys(in source: SourceText, _ range: SourceRange) -> [SourceRange] {
    var keys: [SourceRange] = []
    var at = range.start
    while at < range.end, let open = source.utf8[at..<range.end].firstIndex(of: UInt8(ascii: "\"")) {
      let rest = source.utf8[(open + 1)..<range.end]
      guard let close = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == 0x0A }) else { break }
      let next = source.utf8[(close + 1)..<range.end].first { $0 != 0x20 }
      if next == UInt8(ascii: ":"), source.utf8[close] != 0x0A { keys.append(SourceRange(open + 1, close)) }
      at = close + 1
    }
    return keys
  }
}

extension Finding.Message {
  fileprivate static func keys(_ count: Int, _ tokens: Int) -> Self {
    "\(count.grouped) keys have \(tokens.grouped) tokens, which every answer repeats"
  }
}
