/// A number of tokens that says how far it can be trusted.
///
/// Counts of two bases never meet in one sum or comparison: an estimate that moves by 8 % would look like a saving.
public struct TokenCount: Sendable, Hashable {
  /// How a count was come by.
  public enum Basis: Sendable, Hashable {
    /// The provider's own published vocabulary, checked against its reference encoder.
    case exact
    /// A built-in vocabulary that no source names for the model, but that its kin use.
    case assumed
    /// A vocabulary that is not published, rebuilt by others and checked against the provider's counts.
    case reconstructed
    /// Another vocabulary's count times a measured ratio; the true count lies within ± `band` thousandths of it.
    case estimated(band: Int)
  }

  /// The number of tokens.
  public let tokens: Int
  /// How it was come by.
  public let basis: Basis

  /// A count and its basis.
  public init(_ tokens: Int, basis: Basis) {
    self.tokens = tokens
    self.basis = basis
  }
}

extension TokenCount.Basis {
  /// The word for reports and JSON: `exact`, `assumed`, `reconstructed` or `estimated`.
  public var name: String {
    switch self {
    case .exact: "exact"
    case .assumed: "assumed"
    case .reconstructed: "reconstructed"
    case .estimated: "estimated"
    }
  }
}

extension TokenCount.Basis: CustomStringConvertible {
  /// The word for reports, with the band of an estimate: `estimated ±29.1%`.
  public var description: String {
    bandText.map { "\(name) \($0)" } ?? name
  }

  /// The band of an estimate, such as `±29.1%`; `nil` for what is none.
  public var bandText: String? {
    guard case .estimated(let band) = self else { return nil }
    return "±\(band / 10)\(band % 10 == 0 ? "" : ".\(band % 10)")%"
  }
}
