import TareTokens

/// How many tokens a vocabulary makes of a kind of text for each token of another vocabulary.
public struct KindRatio: Sendable, Hashable {
  /// Tokens for each thousand of the other vocabulary.
  public let thousandths: Int
  /// How far the true count may lie from the estimate, in thousandths of the estimate.
  public let band: Int

  /// A ratio and its band.
  public init(thousandths: Int, band: Int) {
    self.thousandths = thousandths
    self.band = band
  }
}

/// What was measured of a vocabulary that is not built in, against one that is.
public struct EstimateTable: Sendable, Hashable {
  /// The encoding the ratios are to.
  public let encoding: String
  /// What was measured, with what, and when.
  public let evidence: String
  /// The ratio for text of which the kind is not known; its band takes in every kind that was measured.
  public let any: KindRatio
  /// The ratio of each kind; kinds that are not in it have ``any``.
  private let ratios: [TextKind: KindRatio]

  /// A table.
  public init(encoding: String, evidence: String, any: KindRatio, ratios: [TextKind: KindRatio]) {
    self.encoding = encoding
    self.evidence = evidence
    self.any = any
    self.ratios = ratios
  }

  /// The ratio of a kind.
  public subscript(kind: TextKind) -> KindRatio { ratios[kind] ?? any }

  /// The narrowest and the widest band of a kind.
  public var bands: ClosedRange<Int> {
    let bands = TextKind.allCases.map { self[$0].band }
    return (bands.min() ?? any.band)...(bands.max() ?? any.band)
  }

  /// The scale for text of which the kind is not known.
  public var anyText: TokenScale {
    TokenScale(numerator: any.thousandths, denominator: 1_000, basis: .estimated(band: any.band))
  }

  /// The scale for text of this composition: the mean of the ratios of its kinds, each with the weight of its tokens,
  /// and the mean of their bands, each with the weight of its estimate. Where the true count of every kind lies within
  /// its band, that of the whole lies within this one.
  ///
  /// Ratios were measured on thousands of tokens; a short text strays further from them, as samples do, and its band is
  /// wider by ``shortTextBand`` over the root of its tokens.
  public func scale(for composition: TextComposition) -> TokenScale {
    let total = composition.total
    guard total > 0 else { return anyText }
    let (estimate, meanBand) = mean(of: composition)
    let band = meanBand + Self.shortTextBand / squareRoot(of: total)
    return TokenScale(
      numerator: Int(clamping: estimate), denominator: Int(clamping: Int128(total) * 1_000),
      basis: .estimated(band: min(band, 999)))
  }

  /// A band to keep a budget by while a text grows and shrinks: what the kinds that most prompts are made of need, or,
  /// where the text is of others, what those need. It is coarse so that it stays the same from one call to the next.
  func steadyBand(for composition: TextComposition) -> Int {
    let own = composition.total > 0 ? mean(of: composition).band : any.band
    let needed = max(own, TextKind.ofMostPrompts.map { self[$0].band }.max() ?? any.band)
    return min((needed + Self.bandStep - 1) / Self.bandStep * Self.bandStep, 999)
  }

  /// The estimate in thousandths of a token, and the mean of the bands, each with the weight of its estimate.
  private func mean(of composition: TextComposition) -> (estimate: Int128, band: Int) {
    var (estimate, error) = (Int128(0), Int128(0))
    for kind in TextKind.allCases {
      let part = Int128(composition[kind]) * Int128(self[kind].thousandths)
      estimate += part
      error += part * Int128(self[kind].band)
    }
    return (estimate, estimate > 0 ? Int(clamping: (error + estimate - 1) / estimate) : any.band)
  }

  /// What a steady band is a multiple of.
  private static let bandStep = 50

  /// The thousandths by which the band of a text of one token is wider. With this figure nineteen of twenty windows of the
  /// project's corpora lie in their bands where the truth is known, be they of forty tokens or of four hundred.
  static let shortTextBand = 700
}

/// The largest number whose square is not above `number`; at least 1.
private func squareRoot(of number: Int) -> Int {
  var (low, high) = (1, 3_037_000_499)
  while low < high {
    let middle = (low + high + 1) / 2
    if middle <= number / middle { low = middle } else { high = middle - 1 }
  }
  return low
}
