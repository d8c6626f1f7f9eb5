/// What a provider's cache holds of a simulated conversation.
///
/// Only the request before matters: each one refreshes or replaces what the ones before it left, turns leave at the
/// front and never come back, and so no older prompt shares more with a new one than the last prompt does.
struct CacheState {
  private let terms: CacheTerms
  private var last: Prompt?

  /// A request's input, as far as its beginnings can be told apart.
  struct Prompt {
    /// The oldest turn in it.
    let first: Int
    /// Which summary it has.
    let summaryNumber: Int
    let systemTokens: Int
    /// Tokens of the system prompt and the summary.
    let headTokens: Int
    let tokens: Int
    let blocks: Int
  }

  init(_ terms: CacheTerms) { self.terms = terms }

  /// What the request's input is billed as, `gap` seconds after the one before, and what stays in the cache from now on.
  ///
  /// - Parameter isGranted: Whether a hit counts; what the request leaves in the cache does not depend on it.
  mutating func classes(of prompt: Prompt, gap: Int, isGranted: Bool) -> InputClasses {
    defer { last = prompt }
    let live = isGranted && !terms.isCold(afterSeconds: gap) ? last : nil
    switch terms {
    case .none:
      return terms.classes(input: prompt.tokens, cached: 0, marked: 0)
    case .automatic:
      return terms.classes(input: prompt.tokens, cached: live.map { prompt.tokensShared(with: $0) } ?? 0, marked: 0)
    case .breakpoints(let caching):
      return terms.classes(
        input: prompt.tokens, cached: live.map { caching.entry(of: $0, for: prompt) } ?? 0,
        marked: caching.lastMark(of: prompt))
    }
  }
}

extension CacheState.Prompt {
  /// Whether `other`, an earlier prompt, is a beginning of this one.
  func continues(_ other: Self) -> Bool { first == other.first && summaryNumber == other.summaryNumber }

  /// The tokens at the start that both prompts have.
  func tokensShared(with other: Self) -> Int {
    if continues(other) { return other.tokens }
    return summaryNumber == other.summaryNumber ? headTokens : systemTokens
  }
}

extension BreakpointCaching {
  /// Where the last mark of a prompt stands that is far enough from its start to become an entry.
  func lastMark(of prompt: CacheState.Prompt) -> Int {
    marks.contains(.newestMessage) ? prompt.tokens : marks.contains(.system) ? prompt.systemTokens : 0
  }

  /// The longest entry that the prompt before left and a look-up from this one's marks finds; 0 for none.
  func entry(of last: CacheState.Prompt, for prompt: CacheState.Prompt) -> Int {
    let isInReach = lookback.map { prompt.blocks - last.blocks < $0 } ?? true
    let findsWhole = marks.contains(.newestMessage) && isInReach && prompt.continues(last)
    if findsWhole, last.tokens >= minimumTokens { return last.tokens }
    return marks.contains(.system) && last.systemTokens >= minimumTokens ? last.systemTokens : 0
  }
}
