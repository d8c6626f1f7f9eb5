public import TarePrompts
import TareText

/// Flags variables that a template uses and its file does not declare.
public struct UndeclaredVariable: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "TPL001", name: "undeclared-variable",
    summary: "A template uses a variable that its file does not declare.",
    rationale: """
      Whoever fills the template reads the declaration. A name that is not in it, mostly a slip of the pen, becomes \
      nothing at all or an error at the first request.
      """,
    evidence: """
      November 2026: 119 published files that declare variables, 5 with a name that is missing; a search without the \
      grammar of the template had 3 of 5 right, and its mistakes were members of items in blocks, which are known \
      here. Among 213 other prompts 1 found, and right (2026-11-21).
      """,
    severity: .error, scope: .file,
    triggering: [
      .init("---\ninput:\n  schema:\n    order: string\n---\nWhere is {{ordr}}?", path: "order.prompt")
    ],
    silent: [
      "Where is {{order}}?"
    ])

  /// A rule without settings.
  public init() {}

  /// Reports each name once, at its first place.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    // What a test fills is no declaration: other tests, and programs, fill more.
    guard document.format.declaresVariables, let declared = document.declaredVariables, !declared.isEmpty else {
      return
    }
    var known = Set(declared.map(\.name))
    for variable in document.variables where known.insert(variable.name).inserted {
      let nearest = nearestName(to: variable.name, among: declared.map(\.name))
      report(Finding(Self.page, .undeclared(variable.name, nearest), at: variable.range))
    }
  }
}

extension PromptFormat {
  /// Whether files of this kind say which variables they take.
  var declaresVariables: Bool {
    switch self {
    case .dotprompt, .prompty, .payload: true
    default: false
    }
  }
}

extension Finding.Message {
  fileprivate static func undeclared(_ name: String, _ nearest: String?) -> Self {
    "\"\(name)\" is not among the declared variables\(nearest.map { "; did you mean \"\($0)\"?" } ?? "")"
  }
}
