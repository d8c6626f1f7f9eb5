import TarePricing

/// The price of one request and the numbers of requests that reports speak of.
struct PriceScale {
  let price: PriceTag?
  let requestsPerMonth: Int?

  /// The requests of a month, where both a price and a volume are known.
  var monthly: Int? { price == nil ? nil : requestsPerMonth }

  /// The cost of one request before and after; `nil` without a price.
  func requestCost(before: PromptSize?, after: PromptSize?) throws(PricingError) -> RequestCost? {
    guard let price else { return nil }
    return try price.change(from: before ?? .nothing, to: after ?? .nothing)
  }
}

extension PromptSavings {
  /// Counts and prices one prompt.
  init(_ pair: PromptPair, counting tokenizer: ModelTokenizer, scale: PriceScale) throws(PricingError) {
    let before = pair.before.map { PromptSize($0, counting: tokenizer) }
    let after = pair.after.map { PromptSize($0, counting: tokenizer) }
    let request = try scale.requestCost(before: before, after: after)
    path = pair.path
    previousPath = pair.previousPath
    change = Change(pair)
    tokens = TokenDelta(before: before?.tokens ?? 0, after: after?.tokens ?? 0, basis: tokenizer.basis)
    stableTokens = TokenDelta(
      before: before?.stableTokens ?? 0, after: after?.stableTokens ?? 0, basis: tokenizer.basis)
    sharedPrefix = pair.sharedPrefix(counting: tokenizer)
    notices = scale.price?.notices(before: before, after: after) ?? []
    do {
      perThousand = try request?.times(1_000)
      perMonth = try scale.monthly.flatMap { requests throws(MoneyOverflow) in try request?.times(requests) }
    } catch {
      throw .overflow
    }
  }
}

extension PromptSavings.Change {
  fileprivate init(_ pair: PromptPair) {
    switch (pair.before, pair.after) {
    case (nil, _): self = .new
    case (_, nil): self = .gone
    default: self = pair.previousPath == nil ? .changed : .renamed
    }
  }
}

extension PromptPair {
  fileprivate func sharedPrefix(counting tokenizer: ModelTokenizer) -> SharedPrefix? {
    guard let before, let after else { return nil }
    return SharedPrefix(before: before, after: after, counting: tokenizer)
  }
}
