public import TarePrompts
import TareText

/// Flags HTML comments in templates that have comments of their own.
public struct CommentThatIsSent: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "TPL004", name: "comment-that-is-sent",
    summary: "A template has an HTML comment, which is sent, where its own comments are not.",
    rationale: """
      `<!-- -->` means nothing to a template engine: the note goes to the model with every request and is paid for. \
      `{# #}` in Jinja and `{{!-- --}}` in Handlebars stay in the file.
      """,
    evidence: """
      November 2026: HTML comments stand in 1.3 % of 2,049 published prompts and hold 0.05 % of their tokens; many are part \
      of the prompt, so the rule is off.
      """,
    severity: .info, isOnByDefault: false, fixSafety: .unsafe,
    triggering: [
      .init(
        "Answer in English.\n<!-- Ann wants this shorter. -->\nBe brief.",
        fixed: "Answer in English.\nBe brief.", path: "answer.jinja")
    ],
    silent: ["Answer in English.\n<!-- Ann wants this shorter. -->\nBe brief."])

  /// A rule without settings.
  public init() {}

  /// Reports each comment.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard let marks = document.language.commentMarks else { return }
    let text = "comment is sent with the prompt; \(marks.opening) \(marks.closing) would not be"
    for comment in document.markupComments {
      // One that a template fills is meant to be read.
      let isFilled = document.placeholders.contains { $0.range.start < comment.end && comment.start < $0.range.end }
      guard !isFilled else { continue }
      report(
        Finding(
          Self.page, "\(text)", at: comment,
          fix: Fix("delete it", .unsafe, edits: [document.deletion(ofComment: comment)])))
    }
  }
}

extension TemplateLanguage {
  /// What opens and closes a comment that is not sent; `nil` for a language without one.
  var commentMarks: (opening: String, closing: String)? {
    switch self {
    case .jinja: ("{#", "#}")
    case .handlebars: ("{{!--", "--}}")
    default: nil
    }
  }
}
