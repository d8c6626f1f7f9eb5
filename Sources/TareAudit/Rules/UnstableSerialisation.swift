public import TarePrompts
import TareText

/// Flags requests that list the same tools in another order.
public struct UnstableSerialisation: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "CCH007", name: "unstable-serialisation",
    summary: "Two requests of a file list the same tools in a different order.",
    rationale: """
      Tools stand in front of everything else, so a set that is written out in another order each time changes the first \
      bytes of the prompt, and no request finds what the last one cached. Sort them by name.
      """,
    evidence: """
      November 2026: mechanical. No published collection of requests was at hand to count how often it is found.
      """,
    severity: .warning, scope: .file,
    triggering: [
      .init(
        #"{"messages": [{"role": "user", "content": "a"}], "tools": [{"name": "find"}, {"name": "send"}]}"# + "\n"
          + #"{"messages": [{"role": "user", "content": "b"}], "tools": [{"name": "send"}, {"name": "find"}]}"#,
        path: "requests.jsonl")
    ],
    silent: [#"{"messages": [{"role": "user", "content": "a"}], "tools": [{"name": "find"}]}"#])

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the tools of the first request that differs.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    var firstOrders: [[String]: [String]] = [:]
    var changed: [PromptRequest] = []
    for request in document.requests where request.tools.count > 1 {
      let names = request.tools.map(\.name)
      if firstOrders[names.sorted(), default: names] != names { changed.append(request) }
      firstOrders[names.sorted()] = firstOrders[names.sorted()] ?? names
    }
    guard let first = changed.first, let tool = first.tools.first else { return }
    let cost = changed.reduce(0) { $0 + $1.tools.reduce(0) { $0 + tokens.count(in: $1.range) } }
    report(Finding(Self.page, .reordered(changed.count), at: tool.range, cost: .uncached(cost)))
  }
}

extension Finding.Message {
  fileprivate static func reordered(_ count: Int) -> Self {
    count == 1
      ? "this request lists the tools of an earlier one in another order"
      : "\(count.grouped) requests list the tools of an earlier one in another order"
  }
}
