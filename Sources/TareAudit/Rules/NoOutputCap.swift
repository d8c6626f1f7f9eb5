public import TarePrompts
import TareText

/// Flags files that set the model's parameters and no limit for its answer.
public struct NoOutputCap: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "OUT001", name: "no-output-cap",
    summary: "A file sets parameters of the model, but no most tokens for its answer.",
    rationale: """
      Tokens of an answer cost four or five times those of a prompt. A limit does not make answers shorter, but it ends the \
      one in a thousand that would have run on.
      """,
    evidence: """
      November 2026: of 167 published files in dotprompt and prompty 41 set a limit. Three of four would be named, most of \
      them examples, so the rule is off.
      """,
    severity: .info, scope: .file, isOnByDefault: false,
    triggering: [
      .init("---\nconfig:\n  temperature: 0.2\n---\nTell the customer about {{topic}}.", path: "topic.prompt")
    ],
    silent: ["Tell the customer about {{topic}}."])

  private let caps = Set(AuditWords.shared[.outputCaps])

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at its first parameter, or each request that has none.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    for request in document.requests where !hasCap(request.parameters) {
      report(Finding(Self.page, .noCap, at: SourceRange(request.range.start, request.range.start)))
    }
    guard document.requests.isEmpty, let parameters = document.parameters, let first = parameters.first,
      !hasCap(parameters)
    else { return }
    report(Finding(Self.page, .noCap, at: first.range))
  }

  private func hasCap(_ parameters: [ModelParameter]) -> Bool {
    parameters.contains { caps.contains($0.name.lowercased().filter(\.isLetter)) }
  }
}

extension Finding.Message {
  fileprivate static var noCap: Self { "nothing limits the tokens of the answer" }
}
