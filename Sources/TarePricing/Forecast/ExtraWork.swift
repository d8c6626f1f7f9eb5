/// Calls that are made for every request besides it, such as guardrails, whatever a cache answers.
public struct ExtraCalls: Sendable, Hashable {
  /// What they are for.
  public let name: String
  /// How many are made for a request.
  public let perRequest: Fraction
  /// What one costs.
  public let price: CallPrice

  /// So many calls for every request.
  public init(name: String, perRequest: Fraction, price: CallPrice) {
    (self.name, self.perRequest, self.price) = (name, perRequest, price)
  }
}

/// Work that is done so many times in the period, whatever the number of requests: embedding documents, embedding them
/// anew, running an evaluation with its judge.
public struct PeriodicWork: Sendable, Hashable {
  /// What kind of work it is.
  public enum Kind: Sendable, Hashable {
    /// Texts are embedded.
    case embedding
    /// Cases are tried, or judged.
    case evaluation
  }

  /// What it is for.
  public let name: String
  /// What kind of work it is.
  public let kind: Kind
  /// The texts or cases of one run.
  public let items: Fraction
  /// How often it is done in the period.
  public let runs: Fraction
  /// What one text or case costs.
  public let price: CallPrice

  /// Work on `items`, done `runs` times.
  public init(name: String, kind: Kind, items: Fraction, runs: Fraction, price: CallPrice) {
    (self.name, self.kind, self.items, self.runs, self.price) = (name, kind, items, runs, price)
  }

  /// What all runs cost in dollars: items × runs × price.
  ///
  /// - Throws: ``PricingError`` where tokens have no known price.
  public func usd() throws(PricingError) -> Fraction { try items * runs * price.usd() }
}
