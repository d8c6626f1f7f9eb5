public import TarePrompts
import TareText

/// Flags comments in Markdown, which are sent.
public struct HTMLComment: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "FMT010", name: "html-comment",
    summary: "An HTML comment is sent with the prompt.",
    rationale: """
      A browser hides `<!-- -->`; a model reads it. Notes for the next author belong beside the prompt. Templates, which \
      have comments of their own, are TPL004.
      """,
    evidence: """
      November 2026, 2,049 published prompts: in 1.3 % of the files, 0.05 % of all tokens. Of 20 that were read, 2 were \
      waste: the others name choices in a form or close a part of it. So the rule is off.
      """,
    severity: .info, isOnByDefault: false, fixSafety: .unsafe,
    triggering: [
      .init("Be brief.\n\n<!-- Ann wants this shorter. -->\n\nCite sources.", fixed: "Be brief.\n\nCite sources.")
    ],
    silent: ["Write `<!-- note -->` in front of it.", "```\n<!-- note -->\n```"])

  /// A rule without settings.
  public init() {}

  /// Reports each comment.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard document.language.commentMarks == nil else { return }
    for comment in document.markupComments {
      report(
        Finding(
          Self.page, "comment is sent with the prompt", at: comment,
          fix: Fix("delete it", .unsafe, edits: [document.deletion(ofComment: comment)])))
    }
  }
}
