package import TarePricing

/// What requests with one version of a prompt cost.
struct PromptCosts: Sendable, Hashable {
  /// As the provider bills them, with its cache; `nil` where that has no known price.
  let net: PromptBill?
  /// Why ``net`` is not known; `nil` where it is.
  let netGap: PricingError?
  /// Without any cache.
  let gross: PromptBill
}

extension PriceTag {
  /// How the model's provider bills a repeated prefix in `traffic`.
  ///
  /// A lifetime that the model does not have is none: whoever states one is told where it is read. Requests in batch
  /// have none either: no price of cached tokens is known for them, and none is taken as a saving.
  package func terms(in traffic: TrafficProfile) -> CacheTerms {
    traffic.processing == .batch ? .none : (try? rate.cacheTerms(choosing: traffic.cache)) ?? .none
  }

  /// What requests with `prompt` cost in `traffic`.
  ///
  /// - Throws: ``PricingError`` where even the gross cost has no known price.
  func costs(of prompt: PromptSize, in traffic: TrafficProfile) throws(PricingError) -> PromptCosts {
    let gross = try rate.bill(of: prompt, in: traffic, .none)
    // Without a price of cached tokens nobody knows what a cache would save.
    guard traffic.cache == .none || traffic.processing == .batch || rate.cachedInput != nil else {
      let gap = PricingError.missingPrice(model: rate.model, kind: "cached input")
      return PromptCosts(net: nil, netGap: gap, gross: gross)
    }
    do {
      return PromptCosts(net: try rate.bill(of: prompt, in: traffic, terms(in: traffic)), netGap: nil, gross: gross)
    } catch .missingPrice(let model, let kind) {
      return PromptCosts(net: nil, netGap: .missingPrice(model: model, kind: kind), gross: gross)
    }
  }

  /// The cost of one request before and after a change, input alone, when every request finds the cache warm.
  package func change(from before: PromptSize, to after: PromptSize) throws(PricingError) -> RequestCost {
    let traffic = TrafficProfile()
    return try RequestCost(
      before: costs(of: before, in: traffic), after: costs(of: after, in: traffic), requests: 1)
  }

  /// Whether the prompt's stable tokens reach the minimum from which they are cached.
  package func canRead(_ prompt: PromptSize) -> Bool {
    prompt.stable >= terms(in: TrafficProfile()).minimumTokens ?? .max
  }
}
