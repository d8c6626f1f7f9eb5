public import TarePricing
public import TareTokens

/// Counts a model's tokens with what is built in, and says how far the count can be trusted.
public struct ModelTokenizer: Sendable, Hashable {
  /// The encoding that does the counting.
  public let encoding: Encoding
  /// What a count of it is worth for the model.
  public let basis: TokenCount.Basis
  private let ratio: TokenizerRatio?

  /// Counts in an encoding for its own sake: exact by definition.
  public init(_ encoding: Encoding) {
    self.init(encoding, basis: .exact, ratio: nil)
  }

  /// Counts in an encoding that somebody chose for a model of which nothing better is known.
  public init(assuming encoding: Encoding) {
    self.init(encoding, basis: .assumed, ratio: nil)
  }

  /// Counts for the model of `rate`: in its own encoding where that is built in, otherwise by a measured ratio.
  ///
  /// - Throws: ``UncountableModel`` when neither is known.
  public init(for rate: Rate, in catalogue: RateCatalogue) throws(UncountableModel) {
    let family = catalogue.tokenizer(named: rate.tokenizer.family)
    if let encoding = family?.encoding.flatMap(Self.builtIn) {
      self.init(encoding, basis: rate.tokenizer.basis == .documented ? .exact : .assumed, ratio: nil)
    } else if let ratio = family?.ratio, let encoding = Self.builtIn(ratio.encoding) {
      self.init(encoding, basis: .estimated(band: ratio.band), ratio: ratio)
    } else {
      throw UncountableModel(model: rate.model, family: rate.tokenizer.family)
    }
  }

  private init(_ encoding: Encoding, basis: TokenCount.Basis, ratio: TokenizerRatio?) {
    self.encoding = encoding
    self.basis = basis
    self.ratio = ratio
  }

  /// The number of tokens of `utf8`.
  public func count(_ utf8: ArraySlice<UInt8>) -> TokenCount {
    TokenCount(modelTokens(Tokenizer(encoding).count(utf8)), basis: basis)
  }

  /// What `tokens` of the encoding come to for the model.
  public func modelTokens(_ tokens: Int) -> Int { ratio?.estimate(for: tokens) ?? tokens }

  /// The fewest tokens of the encoding that come to at least `modelTokens` for the model: a limit of the model's,
  /// such as the least a cache takes, in the unit that texts are counted in.
  public func encodingTokens(reaching modelTokens: Int) -> Int {
    guard let ratio else { return modelTokens }
    var low = 0
    var high = max(1, modelTokens)
    while ratio.estimate(for: high) < modelTokens { (low, high) = (high, high * 2) }
    while low < high {
      let middle = (low + high) / 2
      if ratio.estimate(for: middle) < modelTokens { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func builtIn(_ name: String) -> Encoding? {
    // A catalogue may name an encoding that is not built in; that is no error, only no way to count.
    try? Encoding(named: name)
  }
}

extension ModelTokenizer: CustomStringConvertible {
  /// How the count is come by, for reports: `o200k_base, exact`, `estimated ±29.1% from o200k_base`.
  public var description: String {
    switch basis {
    case .exact, .assumed, .reconstructed: "\(encoding.name), \(basis.name)"
    case .estimated: "\(basis) from \(encoding.name)"
    }
  }
}

/// A model whose tokens nothing built in can count.
public struct UncountableModel: Error, Sendable, Hashable {
  /// The model.
  public let model: String
  /// The family of its tokenizer.
  public let family: String
}

extension UncountableModel: CustomStringConvertible {
  /// One sentence that says what is missing.
  public var description: String {
    "tokens of \(model) cannot be counted: its tokenizer (\(family)) is not built in, and no ratio to one that is was measured"
  }
}
