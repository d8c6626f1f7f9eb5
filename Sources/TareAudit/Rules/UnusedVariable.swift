public import TarePrompts
import TareText

/// Flags variables that a file declares and its template does not use.
public struct UnusedVariable: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "TPL002", name: "unused-variable",
    summary: "A file declares a variable that its template does not use.",
    rationale: """
      Somebody fetches the value for each request, and the model never sees it: either the prompt lost a line, or the \
      work is for nothing.
      """,
    evidence: """
      November 2026: 5 of 119 published files that declare variables, 5 of 5 right (2 of them were made as tests). \
      Among 213 other prompts 1 found, and right (2026-11-21).
      """,
    severity: .warning, scope: .file,
    triggering: [
      .init(
        "---\ninput:\n  schema:\n    order: string\n    city: string\n---\nWhere is {{order}}?", path: "order.prompt")
    ],
    silent: ["Where is {{order}}?"])

  /// A rule without settings.
  public init() {}

  /// Reports each declaration without a place.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard document.format.declaresVariables, let declared = document.declaredVariables, !declared.isEmpty else {
      return
    }
    // Another file may use it, and so may a template that writes out all it was given.
    guard document.references.isEmpty, !document.writesOutEverything else { return }
    let used = Set(document.variables.map(\.name) + document.placeholders.flatMap(\.words) + document.wordsOfTools)
    for variable in declared where !used.contains(variable.name) {
      report(Finding(Self.page, .unused(variable.name), at: variable.range))
    }
  }
}

extension PromptDocument {
  /// What the front matter says of tools, whose arguments may be bound to a variable.
  fileprivate var wordsOfTools: [String] {
    guard let tools = frontMatter?.entry("tools") else { return [] }
    return source.string(in: tools.range).split { !($0.isLetter || $0.isNumber || "_-".contains($0)) }.map(String.init)
  }

  /// Whether a place outside of blocks stands for all values together.
  fileprivate var writesOutEverything: Bool {
    let hasItems = placeholders.contains { $0.name.hasPrefix("#each") || $0.name.hasPrefix("#with") }
    return placeholders.contains { mark in
      mark.words.contains { $0 == "@root" || !hasItems && $0 == "this" } || mark.name == "."
    }
  }
}

extension Placeholder {
  /// Everything in it that could be a name, the members of a path each for themselves.
  fileprivate var words: [String] {
    isComment
      ? []
      : name.split { !($0.isLetter || $0.isNumber || "_-@".contains($0)) }.map(String.init)
  }
}

extension Finding.Message {
  fileprivate static func unused(_ name: String) -> Self { "\"\(name)\" is declared and not used" }
}
