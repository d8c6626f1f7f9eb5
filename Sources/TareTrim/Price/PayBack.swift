/// When a cut is put off: a history over its budget is left as it is while cutting it would cost more than it saves on
/// the requests that are still to come.
public struct PayBack: Sendable, Hashable {
  /// How many requests the conversation is likely to have in all. It stays the same from call to call, so that two calls on
  /// the same growing history put off the same cuts.
  public var requests: Int
  /// The most tokens a payload may have whatever a cut costs: what the model takes.
  public var most: Int
  /// What it is reckoned with.
  public var pricing: TrimPricing

  /// A cut that does not pay back before the last of `requests` is put off, as long as no more than `most` tokens are
  /// sent.
  public init(expecting requests: Int, most: Int, pricing: TrimPricing) {
    self.requests = requests
    self.most = most
    self.pricing = pricing
  }
}
