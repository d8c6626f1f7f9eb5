public import TarePricing

/// What a change of prompts may do at the most, or has to do at the least.
public enum Gate: Sendable, Hashable {
  /// All prompts together may cost so much more in a month, net of caching.
  case monthlyIncrease(Money)
  /// A prompt may grow by that share of its tokens, in thousandths.
  case growth(perMille: Int)
  /// A prompt may have so many tokens.
  case promptTokens(Int)
  /// A prompt may take that share of its model's input limit, in thousandths.
  case contextShare(perMille: Int)
  /// Every prompt that is priced has a model with a known price.
  case unknownModel
  /// The prices may be so many days old.
  case staleCatalogue(days: Int)
  /// Every count is at least as good.
  case exactness(Exactness)
  /// The change saves what somebody claims that it does.
  case claimedSaving(ClaimedSaving)

  /// How good a count has to be.
  public enum Exactness: String, Sendable, Hashable, CaseIterable {
    /// In the model's own vocabulary.
    case exact
    /// In a vocabulary that was reconstructed, or better.
    case reconstructed
    /// In one that is taken for the model's, or better; only estimates are refused.
    case assumed
  }

  /// What a change is said to save.
  public enum ClaimedSaving: Sendable, Hashable {
    /// So many tokens of one request with each prompt.
    case tokens(Int)
    /// So much of a month, net of caching.
    case perMonth(Money)
    /// That share of the cost of 1,000 requests with each prompt, net of caching, in thousandths.
    case share(perMille: Int)
  }

  /// The name by which settings, reports and people know it.
  public enum ID: String, Sendable, Hashable, CaseIterable {
    case monthlyIncrease = "monthly-increase"
    case growth
    case promptTokens = "prompt-tokens"
    case contextShare = "context-share"
    case unknownModel = "unknown-model"
    case staleCatalogue = "stale-catalogue"
    case exactness
    case claimedSaving = "claimed-saving"
  }

  /// Its name.
  public var id: ID {
    switch self {
    case .monthlyIncrease: .monthlyIncrease
    case .growth: .growth
    case .promptTokens: .promptTokens
    case .contextShare: .contextShare
    case .unknownModel: .unknownModel
    case .staleCatalogue: .staleCatalogue
    case .exactness: .exactness
    case .claimedSaving: .claimedSaving
    }
  }
}

/// A gate, and what becomes of a run that does not pass it.
public struct GateSetting: Sendable, Hashable {
  /// The gate.
  public let gate: Gate
  /// What becomes of the run.
  public let level: Level

  /// What becomes of a run that does not pass a gate.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    /// The report says so.
    case warn
    /// The exit code says so as well.
    case fail
  }

  /// A gate that fails a run unless it is said to warn.
  public init(_ gate: Gate, level: Level = .fail) {
    (self.gate, self.level) = (gate, level)
  }
}
