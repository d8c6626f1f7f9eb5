public import TarePricing
public import TareText

/// A model's rate together with the catalogue it stands in, whose day and source every report shows.
public struct PriceTag: Sendable, Hashable {
  /// The rate.
  public let rate: Rate
  /// The day the prices were read.
  public let date: CalendarDate
  /// Where they were read.
  public let source: String

  /// The time whose prices the rate has; `nil` for those of the day they were read.
  public let time: PriceTime?

  /// Who chose the model.
  public let choice: Choice

  /// Who chose a model: a report says so, lest a default pass for a fact.
  public enum Choice: Sendable, Hashable {
    /// The caller named it.
    case named
    /// Nobody did.
    case byDefault
  }

  /// The rate of a model as `catalogue` has it.
  public init(_ rate: Rate, in catalogue: RateCatalogue, choice: Choice = .named) {
    self.init(rate, at: nil, date: catalogue.date, source: catalogue.source, choice)
  }

  private init(_ rate: Rate, at time: PriceTime?, date: CalendarDate, source: String, _ choice: Choice) {
    (self.rate, self.time, self.choice) = (rate, time, choice)
    (self.date, self.source) = (date, source)
  }

  /// The same with the prices that are known for `time`.
  public func at(_ time: PriceTime) -> PriceTag {
    PriceTag(rate.at(time), at: time, date: date, source: source, choice)
  }

  /// The input cost of one request that holds only the prompt.
  ///
  /// Cached, the stable tokens are read from the cache when they reach the model's minimum; a minimum that is not
  /// known is taken as reached. Writing the entry is not counted: it is paid once for each lifetime.
  func cost(of prompt: PromptSize) throws(PricingError) -> (uncached: Money, cached: Money?) {
    let uncached = try requestCost(tokens: prompt.tokens, cachedRead: 0)
    let read = canRead(prompt) ? prompt.stableTokens : 0
    guard rate.cachedInput != nil else { return (uncached, nil) }
    do {
      return (uncached, try requestCost(tokens: prompt.tokens, cachedRead: read))
    } catch .missingPrice {
      return (uncached, nil)
    }
  }

  /// Whether the prompt's stable tokens reach the minimum from which they are cached.
  package func canRead(_ prompt: PromptSize) -> Bool {
    prompt.stableTokens >= rate.minimumCacheableTokens ?? 0
  }

  /// The input cost of one request before and after a change.
  package func change(from before: PromptSize, to after: PromptSize) throws(PricingError) -> RequestCost {
    let old = try cost(of: before)
    let new = try cost(of: after)
    do {
      let uncached = try CostDelta(before: old.uncached, after: new.uncached)
      guard let oldCached = old.cached, let newCached = new.cached else {
        return RequestCost(uncached: uncached, cached: nil)
      }
      return RequestCost(uncached: uncached, cached: try CostDelta(before: oldCached, after: newCached))
    } catch {
      throw .overflow
    }
  }

  private func requestCost(tokens: Int, cachedRead: Int) throws(PricingError) -> Money {
    do {
      let usage = try Usage(input: tokens, counting: .includesCached, cachedRead: min(cachedRead, tokens))
      return try rate.cost(of: usage)
    } catch let error as PricingError {
      throw error
    } catch {
      throw .overflow
    }
  }

  /// What the numbers alone do not show about a change from `before` to `after`.
  func notices(before: PromptSize?, after: PromptSize?) -> [Notice] {
    guard let after else { return [] }
    var notices: [Notice] = []
    if let limit = rate.maximumInputTokens, after.tokens > limit { notices.append(.exceedsInputLimit(limit: limit)) }
    let minimum = rate.cachedInput == nil ? nil : rate.minimumCacheableTokens
    if let before, let minimum, before.stableTokens >= minimum, after.stableTokens < minimum {
      notices.append(.fallsBelowCacheFloor(minimum: minimum))
    }
    let oldTier = before.flatMap { rate.longContextTier(for: $0.tokens) }
    let newTier = rate.longContextTier(for: after.tokens)
    if let newTier, newTier.from > oldTier?.from ?? 0 { notices.append(.entersLongContext(from: newTier.from)) }
    if let before, let minimum, before.stableTokens < minimum, after.stableTokens >= minimum {
      notices.append(.reachesCacheFloor(minimum: minimum))
    }
    if let oldTier, oldTier.from > newTier?.from ?? 0 { notices.append(.leavesLongContext(from: oldTier.from)) }
    return notices
  }
}
