public import TarePrompts
import TareText

/// Flags marks of chat models that are written as text.
public struct SpecialTokenLiteral: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "SEC002", name: "special-token-literal",
    summary: "A prompt writes a mark such as <|im_start|> as text.",
    rationale: """
      Services take such marks for text, which costs several tokens each and separates nothing, or refuse the request; \
      where a server does read them, whoever fills a variable can write them too and speak as the system.
      """,
    evidence: "Not measured by itself: one of 2,049 published prompts made a peer's whole run stop (November 2026).",
    severity: .warning,
    triggering: [.init("<|im_start|>system\nAnswer from the handbook only.<|im_end|>")],
    silent: ["Stop at `<|im_end|>`.", "Answer from the handbook only."])

  private let search = PhraseSearch(.specialTokens)

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of them; what stands in code is talked about and not used.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let found = document.lines.filter { isOwn($0, document) }.flatMap { line in
      search.matches(in: document.source.bytes(in: line.range), wholeWords: false)
    }.map(\.range).filter { !document.isCode($0.start) }
    guard let first = found.first else { return }
    let cost = found.reduce(0) { $0 + tokens.count(in: $1) }
    report(
      Finding(Self.page, .marks(found.count, first: document.source.string(in: first)), at: first, cost: .held(cost)))
  }
}

/// Whether what a line says is neither code nor somebody else's example; what was pasted reaches the model all the same.
private func isOwn(_ line: PromptLine, _ document: PromptDocument) -> Bool {
  line.kind != .code && line.kind != .frontMatter
    && document.zones.kinds(ofLine: line.index).isDisjoint(with: [.quote, .example])
}

extension Finding.Message {
  fileprivate static func marks(_ count: Int, first: String) -> Self {
    count == 1
      ? "\"\(first)\" is the mark of a chat model, written as text"
      : "\(count.grouped) marks of a chat model are written as text (the first is \"\(first)\")"
  }
}
