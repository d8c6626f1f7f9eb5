public import TareTokens

/// Counts a model's tokens with what is at hand, and says how far the count can be trusted.
public struct ModelTokenizer: Sendable, Hashable {
  /// The encoding that does the counting.
  public let encoding: Encoding
  /// The ratios by which its counts are turned into estimates; `nil` where they are the model's own.
  public let estimate: EstimateTable?
  private let ownBasis: TokenCount.Basis

  /// Counts in an encoding for its own sake: exact by definition.
  public init(_ encoding: Encoding) {
    self.init(encoding, basis: .exact)
  }

  /// Counts in an encoding that somebody chose for a model of which nothing better is known.
  public init(assuming encoding: Encoding) {
    self.init(encoding, basis: .assumed)
  }

  /// Counts for a model: in its own encoding where that is built in, else in an installed one of its family, else by
  /// measured ratios.
  ///
  /// - Parameter installed: The encodings that somebody installed.
  /// - Throws: ``UncountableModel`` when there is none of these, or several are installed for the family.
  public init(
    for model: ModelEntry, installed: InstalledEncodings = InstalledEncodings()
  ) throws(UncountableModel) {
    let basis: TokenCount.Basis = model.basis == .documented ? .exact : .assumed
    let own = model.family.builtIn.map { [$0] } ?? model.family.encodings(among: installed)
    guard own.count < 2 else {
      throw UncountableModel(model: model.name, family: model.family, installed: own.map(\.name))
    }
    if let encoding = own.first {
      self.init(encoding, basis: basis)
    } else if let table = model.family.estimate, let encoding = try? Encoding(named: table.encoding) {
      self.init(encoding, basis: basis, estimate: table)
    } else {
      throw UncountableModel(model: model.name, family: model.family, installed: [])
    }
  }

  private init(_ encoding: Encoding, basis: TokenCount.Basis, estimate: EstimateTable? = nil) {
    self.encoding = encoding
    self.estimate = estimate
    ownBasis = basis
  }

  /// What an installed encoding was made from, where one counts: the kind of file and the start of its checksum.
  public var installedFrom: String? {
    guard encoding.isInstalled else { return nil }
    return "\(encoding.sourceKind ?? "file") with SHA-256 \(encoding.sourceDigest?.prefix(12) ?? "")…"
  }

  /// What a count is worth whatever the text is.
  public var basis: TokenCount.Basis { estimate?.anyText.basis ?? ownBasis }

  /// The number of tokens of a text.
  ///
  /// - Complexity: O(*n*) in bytes.
  public func count(_ utf8: ArraySlice<UInt8>) -> TokenCount {
    scale(for: [utf8]).count(Tokenizer(encoding).count(utf8))
  }

  /// The scale for text of which the kind is not known.
  public var anyText: TokenScale { estimate?.anyText ?? TokenScale(identity: ownBasis) }

  /// The scale for what `texts` are made of together. Whatever is compared or added up takes one scale, made from all of
  /// it.
  ///
  /// - Complexity: O(*n*) in bytes where counts are estimates, O(1) where they are not.
  public func scale(for texts: [ArraySlice<UInt8>]) -> TokenScale {
    scale(for: composition(of: texts))
  }

  /// What counts of growing text are worth for a budget: the basis where it is no estimate, and otherwise an estimate
  /// with a band that stays the same while the text grows, as long as it is of the same kinds.
  ///
  public func steadyBasis(for composition: TextComposition) -> TokenCount.Basis {
    estimate.map { .estimated(band: $0.steadyBand(for: composition)) } ?? ownBasis
  }

  /// What `texts` are made of together, as far as estimates need to know.
  ///
  /// - Complexity: O(*n*) in bytes where counts are estimates; where they are not, nothing is looked at.
  public func composition(of texts: [ArraySlice<UInt8>]) -> TextComposition {
    guard estimate != nil else { return TextComposition() }
    let tokenizer = Tokenizer(encoding)
    return texts.reduce(into: TextComposition()) { $0 = $0 + TextComposition(of: $1, counting: tokenizer) }
  }

  /// The scale for text of this composition, which is of no matter where counts are no estimates.
  public func scale(for composition: TextComposition) -> TokenScale {
    estimate?.scale(for: composition) ?? anyText
  }
}

extension ModelTokenizer: CustomStringConvertible {
  /// How counts are come by, for reports: `o200k_base, exact`, `estimated ±8% to ±50% from o200k_base`.
  public var description: String {
    if let installedFrom { return "\(encoding.name), \(ownBasis.name), installed from a \(installedFrom)" }
    return estimate == nil ? "\(encoding.name), \(ownBasis.name)" : "\(basisText) from \(encoding.name)"
  }

  /// What counts are worth, for reports; where that depends on the text, the narrowest band and the widest one:
  /// `exact`, `estimated ±8% to ±50%`.
  public var basisText: String {
    guard let bands = estimate?.bands else { return ownBasis.description }
    let widest = TokenCount.Basis.estimated(band: bands.upperBound)
    guard bands.lowerBound < bands.upperBound else { return widest.description }
    return "\(TokenCount.Basis.estimated(band: bands.lowerBound)) to \(widest.bandText ?? "")"
  }
}

/// A model whose tokens nothing at hand can count.
public struct UncountableModel: Error, Sendable, Hashable {
  /// The model.
  public let model: String
  /// The family of its tokenizer.
  public let family: TokenizerFamily
  /// The encodings that are installed for the family, where one would have to be chosen among several.
  public let installed: [String]
}

extension UncountableModel: CustomStringConvertible {
  /// One sentence that says what is missing and, where there is one, the way to it.
  public var description: String {
    if !installed.isEmpty {
      return "tokens of \(model) can be counted in several encodings installed for \(family.name): "
        + installed.joined(separator: ", ")
    }
    let way = family.isPublished ? "; tare encodings add installs a published one" : ""
    return
      "tokens of \(model) cannot be counted: its tokenizer (\(family.name)) is not built in, and no ratio to one that is was measured\(way)"
  }
}
