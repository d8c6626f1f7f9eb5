public import TareModels
public import TarePricing
import TareTokens

/// What a change of prompts does to their tokens and to what they cost: the one model behind every format.
public struct SavingsReport: Sendable, Hashable {
  /// What is compared, in the words of the one who asked.
  public let comparison: Comparison
  /// How tokens were counted.
  public let tokenizer: ModelTokenizer
  /// The prices; `nil` when only tokens are compared.
  public let price: PriceTag?
  /// How often each prompt is sent in a month, as stated; never assumed.
  public let requestsPerMonth: Int?
  /// The prompts that differ, in the order of their paths.
  public let prompts: [PromptSavings]
  /// How many prompts were compared and are the same.
  public let unchangedCount: Int
  /// The places of what could not be read and is missing from every number here.
  public let unread: [String]
  /// Whether one of the prompts that differ has text, such as front matter, that is not sent and not counted.
  public let hasUnsentText: Bool
  /// The tokens of all prompts that differ.
  public let tokens: TokenDelta
  /// What a thousand requests with each of the prompts that differ cost.
  public let perThousand: RequestCost?
  /// What a month of requests with each of the prompts that differ costs.
  public let perMonth: RequestCost?

  /// The two sides of a comparison.
  public struct Comparison: Sendable, Hashable {
    /// The side before: a path, or a ref as it was given.
    public let base: String
    /// The side after.
    public let head: String

    /// Two sides by their names.
    public init(base: String, head: String) {
      self.base = base
      self.head = head
    }
  }

  /// Compares each pair of prompts.
  ///
  /// - Parameters:
  ///   - pairs: The prompts; those that are the same on both sides are only counted.
  ///   - otherUnchangedCount: How many prompts are known to be the same without being among `pairs`.
  ///   - unread: The places of what could not be read, so that no report looks complete which is not.
  ///   - comparison: The names of the two sides.
  ///   - tokenizer: How tokens are counted.
  ///   - price: The prices, or `nil` to compare tokens alone.
  ///   - requestsPerMonth: How often each prompt is sent in a month, where that is known.
  /// - Throws: ``PricingError`` when a sum cannot be held.
  public init(
    comparing pairs: [PromptPair], otherUnchangedCount: Int = 0, unread: [String] = [], _ comparison: Comparison,
    counting tokenizer: ModelTokenizer, price: PriceTag?, requestsPerMonth: Int? = nil
  ) throws(PricingError) {
    let scale = PriceScale(price: price, requestsPerMonth: requestsPerMonth)
    var prompts: [PromptSavings] = []
    for pair in pairs where !pair.isUnchanged {
      prompts.append(try PromptSavings(pair, counting: tokenizer, prices: scale))
    }
    prompts.sort { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
    self.comparison = comparison
    self.tokenizer = tokenizer
    self.price = price
    self.requestsPerMonth = requestsPerMonth
    self.prompts = prompts
    unchangedCount = otherUnchangedCount + pairs.count - prompts.count
    self.unread = unread
    hasUnsentText = pairs.contains { pair in
      !pair.isUnchanged && (pair.before?.hasUnsentText == true || pair.after?.hasUnsentText == true)
    }
    tokens = TokenDelta(sum: prompts.map(\.tokens), else: tokenizer.basis)
    do {
      perThousand = price == nil ? nil : try RequestCost.sum(of: prompts.compactMap(\.perThousand))
      perMonth = scale.monthly == nil ? nil : try RequestCost.sum(of: prompts.compactMap(\.perMonth))
    } catch {
      throw .overflow
    }
  }
}
