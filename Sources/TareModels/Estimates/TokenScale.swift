public import TareTokens

/// Turns tokens of an encoding into tokens of a model, by one ratio for all of a text.
///
/// Laws: no tokens are no tokens; more tokens of the encoding are never fewer of the model, so that an estimate never
/// makes a growth of a saving; and where the model has the encoding itself, nothing changes. Two sides of a comparison
/// must be scaled alike: estimates of two texts with a ratio each differ where the texts do not.
public struct TokenScale: Sendable, Hashable {
  private let numerator: Int
  private let denominator: Int
  /// What a scaled number is worth.
  public let basis: TokenCount.Basis

  /// Counts that are shown as they are, in the encoding they were made in.
  public static let identity = TokenScale(identity: .exact)

  /// A model that has the encoding itself.
  init(identity basis: TokenCount.Basis) {
    self.init(numerator: 1, denominator: 1, basis: basis)
  }

  /// - Precondition: Both numbers are above 0.
  init(numerator: Int, denominator: Int, basis: TokenCount.Basis) {
    self.numerator = max(numerator, 1)
    self.denominator = max(denominator, 1)
    self.basis = basis
  }

  /// What `tokens` of the encoding come to for the model, rounded half away from zero; fewer tokens than none, as of a
  /// difference, are as many fewer.
  public func modelTokens(_ tokens: Int) -> Int {
    let half = Int128(denominator) * (tokens < 0 ? -1 : 1)
    return Int(clamping: (Int128(tokens) * Int128(numerator) * 2 + half) / (2 * Int128(denominator)))
  }

  /// The same as a count with its basis.
  public func count(_ tokens: Int) -> TokenCount { TokenCount(modelTokens(tokens), basis: basis) }

  /// The fewest tokens of the encoding that come to at least `modelTokens` for the model: a limit of the model's,
  /// such as the least a cache takes, in the unit that texts are counted in.
  public func encodingTokens(reaching modelTokens: Int) -> Int {
    guard modelTokens > 0 else { return 0 }
    // The least t with (2tn + d) / 2d >= m, that is 2tn >= 2dm - d.
    let needed = 2 * Int128(denominator) * Int128(modelTokens) - Int128(denominator)
    let divisor = 2 * Int128(numerator)
    return Int(clamping: (needed + divisor - 1) / divisor)
  }
}
