/// What is known about how a model cuts text into tokens.
public struct TokenizerFact: Sendable, Hashable {
  /// How well the family is known.
  public enum Basis: String, Sendable, Hashable {
    /// The vendor, or a table the vendor publishes, names it.
    case documented
    /// No source names it for this model; it is that of the model's nearest kin.
    case assumed
    /// No one knows.
    case unknown
  }

  /// The family of models that share the vocabulary, such as `o200k_base` or `claude-4.7`.
  public let family: String
  /// How well the family is known.
  public let basis: Basis
  /// The source of that knowledge.
  public let evidence: String
}

/// A vocabulary that several models share.
public struct TokenizerFamily: Sendable, Hashable {
  /// Its name.
  public let name: String
  /// Whether the vocabulary can be had from its vendor.
  public let isPublished: Bool
  /// The encoding whose counts of ordinary text are this family's, special tokens aside; `nil` where none is known.
  public let encoding: String?
  /// How its counts relate to those of an encoding that is built in; `nil` where nothing was measured.
  public let ratio: TokenizerRatio?
}

/// How many tokens one vocabulary makes for each token of another.
public struct TokenizerRatio: Sendable, Hashable {
  /// The encoding the ratio is to.
  public let encoding: String
  /// Tokens for each thousand tokens of that encoding.
  public let thousandths: Int
  /// How far, in thousandths of the count, the true one was ever measured from it.
  public let band: Int
  /// What was measured.
  public let evidence: String

  /// The count that `tokens` of the encoding stand for, rounded half up.
  public func estimate(for tokens: Int) -> Int {
    let scaled = (Int128(tokens) * Int128(thousandths) + 500) / 1_000
    return Int(clamping: scaled)
  }
}
