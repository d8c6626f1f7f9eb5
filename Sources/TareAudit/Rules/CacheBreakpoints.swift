public import TarePrompts
import TareText

/// Flags requests to Anthropic that ask for no caching, or for more than there is.
public struct CacheBreakpoints: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "CCH006", name: "cache-breakpoints",
    summary: "A request to Anthropic has no cache_control though its start could be cached, or more than four.",
    rationale: """
      Anthropic caches what a request asks it to cache, up to four places in tools, system and messages. Without one the \
      whole start is paid for at the full price in each request; with a fifth the request is refused.
      """,
    evidence: """
      November 2026: the limit of four and the need to ask are from the provider's guide to prompt caching; the rest is \
      mechanical. No published collection of requests was at hand to count how often it is found.
      """,
    severity: .warning, scope: .file,
    triggering: [
      .init(
        #"{"model": "claude-sonnet-4-5", "max_tokens": 100, "system": ""#
          + String(
            repeating: "Answer from the handbook only. ", count: 300)
          + #"", "messages": [{"role": "user", "content": "Where is my tent?"}]}"#, path: "request.json")
    ],
    silent: [#"{"model": "claude-sonnet-4-5", "messages": [{"role": "user", "content": "Where is my tent?"}]}"#])

  /// The most places that a request may name.
  private static let most = 4

  private let cacheableMinimum: Int

  /// The rule for a model that caches prefixes from `cacheableMinimum` tokens on.
  public init(cacheableMinimum: Int) {
    self.cacheableMinimum = cacheableMinimum
  }

  /// Reports each request once.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    for request in document.requests where request.shape == .anthropic {
      if request.breakpoints.count > Self.most {
        let fifth = request.breakpoints.sorted()[Self.most]
        report(Finding(Self.page, .tooMany(request.breakpoints.count), at: fifth, severity: .error))
      } else if request.breakpoints.isEmpty, let place = request.firstText ?? request.tools.first?.range {
        let start = stableStart(of: request, document, tokens)
        guard start >= cacheableMinimum else { continue }
        report(Finding(Self.page, .missing(start), at: place, cost: .uncached(start)))
      }
    }
  }

  /// The tokens of tools and instructions, which stand in front of all messages.
  private func stableStart(of request: PromptRequest, _ document: PromptDocument, _ tokens: PromptTokens) -> Int {
    let instructions = document.sentTexts.filter { text in
      text.role == .system && request.range.start <= text.range.start && text.range.end <= request.range.end
    }
    return instructions.reduce(0) { $0 + tokens.count($1.utf8[...]) }
      + request.tools.reduce(0) { $0 + tokens.count(in: $1.range) }
  }
}

extension Finding.Message {
  fileprivate static func tooMany(_ count: Int) -> Self {
    "request has \(count.grouped) cache_control marks; Anthropic takes four"
  }

  fileprivate static func missing(_ tokens: Int) -> Self {
    "no cache_control, so \(tokens.grouped) tokens of tools and instructions are never cached"
  }
}
