/// Requests of a forecast that are billed alike.
struct RequestPart {
  /// How often such a request is made for each one that a model gets.
  var share: Fraction
  let rate: Rate
  /// How many times the price of `rate` it costs.
  let ratio: Fraction
  var input: Fraction
  var output: Fraction
  var caching: PromptCaching?
  var processing = Rate.Processing.standard

  /// What these requests cost, in dollars for each one that a model gets.
  ///
  /// - Throws: ``PricingError`` where a price is not known that is needed: of no requests none is.
  func usd() throws(PricingError) -> Fraction {
    if share == .zero { return .zero }
    let request =
      if let caching {
        try caching.cost(of: rate, input: input, output: output)
      } else {
        try rate.plainCost(input: input, output: output, processing)
      }
    return share * ratio * request
  }

  /// The same requests where so many times as many are made, of another model or at another price.
  func routed(to target: Route.Target, share: Fraction) -> RequestPart {
    switch target {
    case .model(let rate):
      RequestPart(share: self.share * share, rate: rate, ratio: .one, input: input, output: output)
    case .priceRatio(let ratio):
      RequestPart(share: self.share * share, rate: rate, ratio: self.ratio * ratio, input: input, output: output)
    }
  }
}
