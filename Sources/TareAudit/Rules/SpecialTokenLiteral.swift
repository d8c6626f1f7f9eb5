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
  private let nouns = PhraseSearch(.markWords)

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of them; what stands in code is talked about and not used.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let found = document.lines.filter { isOwn($0, document) }.flatMap { line in
      search.matches(in: document.source.bytes(in: line.range), wholeWords: false)
    }.map(\.range).filter { !document.isCode($0.start) && !isSpokenOf($0, document) }
    guard let first = found.first else { return }
    let cost = found.reduce(0) { $0 + tokens.count(in: $1) }
    report(
      Finding(Self.page, .marks(found.count, first: document.source.string(in: first)), at: first, cost: .held(cost)))
  }

  /// Whether a sentence speaks of the mark: it is quoted, or stands among words that call it what it is. Where a mark is
  /// meant, it begins or ends its line, or what it parts is not a blank away.
  private func isSpokenOf(_ mark: SourceRange, _ document: PromptDocument) -> Bool {
    if document.isMentioned(mark) { return true }
    let line = document.source.lineContentRange(document.source.lineIndex(at: mark.start))
    let before = document.source.bytes(in: SourceRange(line.start, mark.start))
    let behind = document.source.bytes(in: SourceRange(mark.end, line.end)).drop { ",.;:".utf8.contains($0) }
    guard before.last == 0x20, behind.isEmpty || behind.first == 0x20 else { return false }
    return [before, behind].contains { !nouns.matches(in: $0, wholeWords: true).isEmpty }
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
