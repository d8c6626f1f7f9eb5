public import TarePrompts
import TareText

/// Flags templates that do not say how their answer is to look.
public struct NoFormatCue: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "OUT002", name: "no-format-cue",
    summary: "A template says nothing about the form or the length of its answer.",
    rationale: """
      Tokens of an answer cost four or five times those of a prompt, and a model that is not told when to stop goes on. A \
      chat may well leave the form open, so the rule is off.
      """,
    evidence: """
      November 2026: 40 % of published templates have no cue of form and 75 % none of length; 5 and 26 % of the prompts of \
      one collection. Whether that was meant was not judged.
      """,
    severity: .info, scope: .request, isOnByDefault: false,
    triggering: [.init("Tell the customer about {{topic}}.")],
    silent: ["Tell the customer about {{topic}} in two sentences.", "Tell the customer about tents."])

  private let search = PhraseSearch(.formatCues)

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at its first value.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard let first = document.placeholders.first(where: { !$0.isControl && !$0.isInCode }) else { return }
    let hasCue = document.texts.contains { text in
      !search.matches(in: text.source.bytes(in: text.bodyRange), wholeWords: true).isEmpty
    }
    guard !hasCue else { return }
    report(Finding(Self.page, "nothing says how the answer is to look or where it ends", at: first.range))
  }
}
