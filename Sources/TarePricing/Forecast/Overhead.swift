/// A cost beside the models: stated by somebody, never assumed.
public struct Overhead: Sendable, Hashable {
  /// What a percentage is of.
  public enum Base: String, Sendable, Hashable, CaseIterable {
    /// The first line: the requests as they are, before anything is saved.
    case requests
    /// The sum of all lines above the overheads.
    case subtotal
  }

  /// How much it is.
  public enum Amount: Sendable, Hashable {
    /// A share of a named base.
    case share(Fraction, of: Base)
    /// Dollars for the period.
    case usd(Fraction)
    /// Dollars for each request, a cache's answers included.
    case usdPerRequest(Fraction)
  }

  /// What it is for.
  public let name: String
  /// How much it is.
  public let amount: Amount

  /// A cost beside the models.
  public init(name: String, amount: Amount) { (self.name, self.amount) = (name, amount) }
}
