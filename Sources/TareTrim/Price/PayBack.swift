/// When a cut is put off: a history over its budget is left as it is while cutting it would cost more than it saves on
/// the requests that are still to come.
public struct PayBack: Sendable, Hashable {
  /// How many more requests the conversation is likely to have behind the one at hand.
  public var requests: Int
  /// The most tokens a payload may have whatever a cut costs: what the model takes.
  public var most: Int
  /// What it is reckoned with.
  public var pricing: TrimPricing

  /// A cut that does not pay back within `requests` more is put off, as long as no more than `most` tokens are sent.
  public init(within requests: Int, most: Int, pricing: TrimPricing) {
    self.requests = requests
    self.most = most
    self.pricing = pricing
  }
}
