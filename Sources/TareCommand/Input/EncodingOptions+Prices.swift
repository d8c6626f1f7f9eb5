import Tare

extension EncodingOptions {
  /// Priced when nobody names a model: counted exactly, not about to retire, without cache write fees.
  static let defaultModel = "gpt-5.4"

  /// How to count and what it costs, for commands that report on prices.
  ///
  /// An encoding alone has no price; where nothing is named, `model` is taken, and the price says so.
  func resolve(_ prices: RateOptions, orModel model: String) throws(CommandError) -> EncodingChoice {
    let isNamed = self.model != nil || encoding != nil
    let catalogue = try prices.catalogue
    let choice =
      isNamed ? try resolve() : try EncodingChoice(model: model, encoding: nil, choice: .byDefault, in: catalogue)
    guard let requested = choice.requested else { return choice }
    let tag = PriceTag(
      try catalogue.rate(orNearest: requested), in: catalogue, choice: isNamed ? .named : .byDefault)
    return EncodingChoice(tokenizer: choice.tokenizer, price: prices.at.map(tag.at) ?? tag, requested: requested)
  }
}
