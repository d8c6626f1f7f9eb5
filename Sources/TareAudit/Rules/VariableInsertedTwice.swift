public import TarePrompts
import TareText

/// Flags large values that a template inserts more than once.
public struct VariableInsertedTwice: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "DUP009", name: "variable-inserted-twice",
    summary: "A template inserts the same large value twice.",
    rationale: """
      A name that is repeated costs nothing, a document costs as much as it did the first time. Insert it once, give it a \
      heading, and refer to that.
      """,
    evidence: """
      November 2026: 95 variables of published templates are inserted more than once, most of them names of a token or two; \
      so only values are named of which the file gives a sample of more than 200 tokens.
      """,
    severity: .warning, scope: .file,
    triggering: [
      .init(
        "---\ninputs:\n  page:\n    type: string\n    sample: \""
          + String(repeating: "The tent may be returned within thirty days. ", count: 30)
          + "\"\n---\nsystem:\nRead this:\n{{page}}\n\nuser:\nOnce more:\n{{page}}\nWhat does it say?",
        path: "page.prompty"
      )
    ],
    silent: ["Read this:\n{{page}}\nOnce more:\n{{page}}"])

  /// In tokens of the sample.
  private static let leastTokens = 200

  /// A rule without settings.
  public init() {}

  /// Reports each variable once, at its second place.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    // Of two branches one is sent.
    guard let declared = document.declaredVariables, !document.hasBranches else { return }
    for variable in declared {
      guard let sample = variable.sample, sample.utf8.count > Self.leastTokens else { continue }
      let places = document.placeholders.filter { !$0.isControl && $0.name == variable.name }
      guard places.count > 1 else { continue }
      let size = tokens.count(Array(sample.utf8)[...])
      guard size > Self.leastTokens else { continue }
      report(
        Finding(
          Self.page, .inserted(variable.name, places.count, size), at: places[1].range,
          cost: .held(size * (places.count - 1))))
    }
  }
}

extension Finding.Message {
  fileprivate static func inserted(_ name: String, _ count: Int, _ size: Int) -> Self {
    "\"\(name)\" is inserted \(count.grouped) times; its sample has \(size.grouped) tokens"
  }
}
