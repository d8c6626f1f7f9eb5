public import TarePrompts
import TareText

/// Flags requests whose first message differs early and is the same from there on.
public struct VolatileFirstMessage: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "CCH008", name: "volatile-first-message",
    summary: "The first texts of the requests in a file differ early and are the same behind the difference.",
    rationale: """
      A cache serves the bytes in front of the first difference. A name or a time that was written into the instructions \
      keeps all that stands behind it out; in a message of its own at the end it would cost only itself.
      """,
    evidence: """
      November 2026: the comparison is exact. No published collection of requests was at hand to count how often it is \
      found, and logs of one user's requests may say little about all, so the rule is off.
      """,
    severity: .warning, scope: .file, isOnByDefault: false,
    triggering: [
      .init(
        ["Ann", "Ben"].map { name in
          #"{"messages": [{"role": "system", "content": "You work for \#(name). "#
            + String(repeating: "Answer from the handbook only. ", count: 250) + #""}]}"#
        }.joined(separator: "\n"), path: "requests.jsonl")
    ],
    silent: [
      #"{"messages": [{"role": "system", "content": "You work for Ann."}]}"#
    ])

  private let cacheableMinimum: Int

  /// The rule for a provider that caches prefixes from `cacheableMinimum` tokens on.
  public init(cacheableMinimum: Int) {
    self.cacheableMinimum = cacheableMinimum
  }

  /// Reports the file once, at the first text that differs from that of the first request.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let places = Set(document.requests.compactMap(\.firstText))
    let texts = document.sentTexts.filter { places.contains($0.range) }
    guard let first = texts.first else { return }
    for text in texts.dropFirst() where text.utf8 != first.utf8 {
      let start = zip(first.utf8, text.utf8).prefix { $0 == $1 }.count
      let most = min(first.utf8.count, text.utf8.count) - start
      let end = zip(first.utf8.reversed(), text.utf8.reversed()).prefix { $0 == $1 }.count
      let lost = tokens.count(text.utf8.suffix(min(end, most)))
      guard lost >= cacheableMinimum else { continue }
      let place = text.decoded.sourceRange(of: SourceRange(start, min(start + 1, text.utf8.count)))
      report(Finding(Self.page, .differs(lost), at: place, cost: .uncached(lost)))
      return
    }
  }
}

extension Finding.Message {
  fileprivate static func differs(_ lost: Int) -> Self {
    "first text differs from that of the first request, and \(lost.grouped) tokens behind it do not"
  }
}
