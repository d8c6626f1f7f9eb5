import TareModels
import TarePricing
import TareTokens

extension PromptSavings {
  /// Counts and prices one prompt.
  init(_ pair: PromptPair, _ use: PromptUse) throws(PricingError) {
    let counted = CountedPair(pair, counting: use.tokenizer)
    let (before, after) = (counted.before?.tokens, counted.after?.tokens)
    self.use = use
    path = pair.path
    previousPath = pair.previousPath
    change = Change(pair)
    tokens = counted.delta(\.total)
    stableTokens = counted.delta(\.stable)
    sections = SectionDelta.sections(
      from: counted.before?.sections ?? [], to: counted.after?.sections ?? [], counted.basis)
    sharedPrefix = counted.sharedPrefix
    notices = use.price?.notices(before: before, after: after, in: use.traffic) ?? []
    do throws(PricingError) {
      let prices = try PricedPair(before: before, after: after, sharedTokens: counted.sharedPrefix?.tokens, use)
      (perThousand, perMonth, rewriting) = (prices?.perThousand, prices?.perMonth, prices?.rewriting)
      priceGap = prices?.netGap
    } catch .missingPrice(let model, let kind) {
      (perThousand, perMonth, rewriting) = (nil, nil, nil)
      priceGap = .missingPrice(model: model, kind: kind)
    }
  }
}

/// One version of a prompt in its model's tokens.
private struct CountedPrompt {
  let tokens: PromptSize
  let sections: [TextSection]
}

/// Both versions of a prompt, counted with one scale, so that what an estimate shows as a saving is one.
private struct CountedPair {
  let before: CountedPrompt?
  let after: CountedPrompt?
  let sharedPrefix: SharedPrefix?
  let basis: TokenCount.Basis

  init(_ pair: PromptPair, counting tokenizer: ModelTokenizer) {
    let encoder = Tokenizer(tokenizer.encoding)
    let parts = (pair.before?.parts ?? []) + (pair.after?.parts ?? [])
    let scale = tokenizer.scale(for: parts.map { $0.utf8[...] })
    let counted = { (text: PromptText) in
      CountedPrompt(
        tokens: PromptSize(text, counting: encoder, scale: scale),
        sections: text.sections(counting: encoder, scale: scale))
    }
    before = pair.before.map(counted)
    after = pair.after.map(counted)
    basis = scale.basis
    if let old = pair.before, let new = pair.after {
      sharedPrefix = SharedPrefix(before: old, after: new, counting: encoder, scale: scale)
    } else {
      sharedPrefix = nil
    }
  }

  func delta(_ number: (PromptSize) -> Int) -> TokenDelta {
    TokenDelta(
      before: before.map { number($0.tokens) } ?? 0, after: after.map { number($0.tokens) } ?? 0, basis: basis)
  }
}

/// What requests with both versions of a prompt cost.
private struct PricedPair {
  let perThousand: RequestCost
  let perMonth: RequestCost?
  let rewriting: Money?
  /// Why there is no net cost; `nil` where there is one.
  let netGap: PricingError?

  /// `nil` without a price.
  init?(
    before: PromptSize?, after: PromptSize?, sharedTokens: Int?, _ use: PromptUse
  ) throws(PricingError) {
    guard let price = use.price else { return nil }
    let old = try before.map { tokens throws(PricingError) in try price.costs(of: tokens, in: use.traffic) }
    let new = try after.map { tokens throws(PricingError) in try price.costs(of: tokens, in: use.traffic) }
    netGap = old?.netGap ?? new?.netGap
    perThousand = try RequestCost(before: old, after: new, requests: 1_000)
    perMonth = try use.pricedRequestsPerMonth.map { requests throws(PricingError) in
      try RequestCost(before: old, after: new, requests: requests)
    }
    guard let after, new?.net != nil else {
      rewriting = nil
      return
    }
    // A warm request may lack a price that no request of this traffic needs.
    rewriting = try? price.rate.costOfRewriting(
      after, after: before, sharing: sharedTokens ?? 0, in: use.traffic, price.terms(in: use.traffic))
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
