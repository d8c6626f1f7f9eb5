import TareModels
import TarePricing
import TareTokens

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
  init(_ pair: PromptPair, counting tokenizer: ModelTokenizer, prices: PriceScale) throws(PricingError) {
    let encoder = Tokenizer(tokenizer.encoding)
    let scale = pair.scale(counting: tokenizer)
    let before = pair.before.map { PromptSize($0, counting: encoder, scale: scale) }
    let after = pair.after.map { PromptSize($0, counting: encoder, scale: scale) }
    let request = try prices.requestCost(before: before, after: after)
    path = pair.path
    previousPath = pair.previousPath
    change = Change(pair)
    tokens = TokenDelta(before: before?.tokens ?? 0, after: after?.tokens ?? 0, basis: scale.basis)
    stableTokens = TokenDelta(
      before: before?.stableTokens ?? 0, after: after?.stableTokens ?? 0, basis: scale.basis)
    sharedPrefix = pair.sharedPrefix(counting: encoder, scale: scale)
    notices = prices.price?.notices(before: before, after: after) ?? []
    do {
      perThousand = try request?.times(1_000)
      perMonth = try prices.monthly.flatMap { requests throws(MoneyOverflow) in try request?.times(requests) }
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
  /// One scale for both sides, so that what an estimate shows as a saving is one.
  fileprivate func scale(counting tokenizer: ModelTokenizer) -> TokenScale {
    let parts = (before?.parts ?? []) + (after?.parts ?? [])
    return tokenizer.scale(for: parts.map { $0.utf8[...] })
  }

  fileprivate func sharedPrefix(counting encoder: Tokenizer, scale: TokenScale) -> SharedPrefix? {
    guard let before, let after else { return nil }
    return SharedPrefix(before: before, after: after, counting: encoder, scale: scale)
  }
}
