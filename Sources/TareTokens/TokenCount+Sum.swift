extension TokenCount {
  /// The sum of counts that were come by in the same way; `nil` of none.
  ///
  /// The band of a sum of estimates is the mean of theirs, each with the weight of its tokens, rounded up: where every
  /// true count lies within its band, so does their sum.
  /// - Throws: ``MixedBases`` when they were come by in different ways, since their sum would be worth no more than the
  ///   least of them and would not say so.
  public static func sum(of counts: [TokenCount]) throws(MixedBases) -> TokenCount? {
    guard let first = counts.first else { return nil }
    let tokens = counts.reduce(0) { $0 + $1.tokens }
    var error: Int128 = 0
    for count in counts {
      switch (first.basis, count.basis) {
      case (.estimated, .estimated(let band)): error += Int128(count.tokens) * Int128(band)
      default: guard first.basis == count.basis else { throw MixedBases(before: first.basis, after: count.basis) }
      }
    }
    guard case .estimated(let band) = first.basis else { return TokenCount(tokens, basis: first.basis) }
    let mean = tokens > 0 ? Int(clamping: (error + Int128(tokens) - 1) / Int128(tokens)) : band
    return TokenCount(tokens, basis: .estimated(band: mean))
  }
}

/// Two counts that were come by in different ways and so cannot be added up or compared.
public struct MixedBases: Error, Sendable, Hashable {
  /// How the count before was come by.
  public let before: TokenCount.Basis
  /// How the count after was come by.
  public let after: TokenCount.Basis

  /// Two bases that do not go together.
  public init(before: TokenCount.Basis, after: TokenCount.Basis) {
    self.before = before
    self.after = after
  }
}

extension MixedBases: CustomStringConvertible {
  /// One sentence that names both.
  public var description: String { "a count that is \(before) cannot be compared with one that is \(after)" }
}
