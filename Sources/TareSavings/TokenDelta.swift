public import TareTokens

/// Tokens before and after, both come by in the same way.
public struct TokenDelta: Sendable, Hashable {
  /// Tokens before; 0 for what was not there.
  public let before: Int
  /// Tokens after; 0 for what is gone.
  public let after: Int
  /// How both counts were come by.
  public let basis: TokenCount.Basis

  /// Compares two counts.
  ///
  /// - Throws: ``MixedBases`` when they were come by in different ways, since their difference would mean nothing.
  public init(before: TokenCount, after: TokenCount) throws(MixedBases) {
    guard before.basis == after.basis else { throw MixedBases(before: before.basis, after: after.basis) }
    self.init(before: before.tokens, after: after.tokens, basis: before.basis)
  }

  /// Two counts that were come by in the same way.
  package init(before: Int, after: Int, basis: TokenCount.Basis) {
    self.before = before
    self.after = after
    self.basis = basis
  }

  /// The sum of deltas that were all come by in the same way; of estimates the bands are weighed by their tokens.
  ///
  /// - Parameter basis: What the sum of none is worth.
  init(sum deltas: [TokenDelta], else basis: TokenCount.Basis) {
    let before = deltas.reduce(0) { $0 + $1.before }
    let after = deltas.reduce(0) { $0 + $1.after }
    let counts = deltas.flatMap { [TokenCount($0.before, basis: $0.basis), TokenCount($0.after, basis: $0.basis)] }
    self.init(before: before, after: after, basis: (try? TokenCount.sum(of: counts))?.basis ?? basis)
  }

  /// How many tokens more there are now; negative for fewer.
  public var delta: Int { after - before }

  /// The change in thousandths of the tokens before, rounded half away from zero; `nil` where there were none,
  /// since something new has not grown by any share.
  public var changeInThousandths: Int? {
    guard before > 0 else { return nil }
    let scaled = Int128(delta) * 2_000
    let half = delta < 0 ? -Int128(before) : Int128(before)
    return Int(clamping: (scaled + half) / (2 * Int128(before)))
  }
}
