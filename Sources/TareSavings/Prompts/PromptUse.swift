public import TareModels
public import TarePricing

/// How a prompt is used: what counts its tokens, what they cost, and how often it is sent.
public struct PromptUse: Sendable, Hashable {
  /// What counts its tokens.
  public let tokenizer: ModelTokenizer
  /// The prices of its model; `nil` where only tokens are compared, or no price is known.
  public let price: PriceTag?
  /// The model that was asked for and has no known price; `nil` where there is none.
  public let unpricedModel: String?
  /// How often it is sent, and what surrounds it.
  public let traffic: TrafficProfile

  /// A prompt for a model whose prices are those of `price`, or only for its tokens.
  public init(
    counting tokenizer: ModelTokenizer, price: PriceTag?, traffic: TrafficProfile = TrafficProfile(),
    unpricedModel: String? = nil
  ) {
    (self.tokenizer, self.price, self.traffic) = (tokenizer, price, traffic)
    self.unpricedModel = price == nil ? unpricedModel : nil
  }

  /// The model, where one is known or was asked for.
  public var model: String? { price?.rate.model ?? unpricedModel }

  /// The requests of a month, where both a price and a volume are known.
  public var pricedRequestsPerMonth: Int? { price == nil ? nil : traffic.requestsPerMonth }

  /// Whether the token counts of this use and `other` can be added up and compared.
  public func countsLike(_ other: PromptUse) -> Bool { tokenizer == other.tokenizer && model == other.model }
}
