public import TarePrompts
import TareText

/// Flags parts of a template that lie nowhere.
public struct MissingPartial: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "TPL007", name: "missing-partial",
    summary: "A template brings in a file that is not there.",
    rationale: "The template cannot be filled: the first request fails.",
    evidence: """
      November 2026: mechanical, but programs may hand parts to a template that lie in no file, so the rule is off.
      """,
    severity: .error, scope: .file, isOnByDefault: false,
    triggering: [.init("{% include 'rules.jinja' %}\nAnswer in English.", path: "answer.jinja")],
    silent: ["{{> rules}}\nAnswer in English."])

  private let files: FolderFiles

  /// The rule for prompts beside these files.
  public init(files: FolderFiles) {
    self.files = files
  }

  /// Reports each reference to a file that nobody found.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard files.know(folderOf: document.path) else { return }
    for reference in document.references where reference.kind == .partial || reference.kind == .include {
      // A name that is made by the template is not known before it is filled.
      guard !reference.target.isEmpty, !reference.target.contains("{"), !reference.target.hasPrefix("(") else {
        continue
      }
      if !files.mayHold(reference.target) {
        report(Finding(Self.page, "\"\(reference.target)\" is not there", at: reference.range))
      }
    }
  }
}
