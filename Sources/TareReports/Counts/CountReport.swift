public import TareTokens

/// What `tare count` found: one row for each file, and their sum.
public struct CountReport: Sendable, Hashable {
  /// The count of one file.
  public struct Row: Sendable, Hashable {
    /// The name the file is shown by.
    public let path: String
    /// Its size in bytes of UTF-8.
    public let bytes: Int
    /// The number of tokens as it stands.
    public let tokens: Int
    /// How the count was come by; `nil` where it is as the report says of all.
    public let basis: TokenCount.Basis?
    /// What it would be in each normal form that was asked about, in the order of the report's forms.
    public let normalized: [NormalizedCount]

    /// A row.
    public init(
      path: String, bytes: Int, tokens: Int, basis: TokenCount.Basis? = nil, normalized: [NormalizedCount] = []
    ) {
      self.path = path
      self.bytes = bytes
      self.tokens = tokens
      self.basis = basis
      self.normalized = normalized
    }
  }

  /// The count of a text in a normal form.
  public struct NormalizedCount: Sendable, Hashable {
    /// The size of the normalized text in bytes of UTF-8.
    public let bytes: Int
    /// The number of its tokens.
    public let tokens: Int

    /// A count.
    public init(bytes: Int, tokens: Int) {
      self.bytes = bytes
      self.tokens = tokens
    }
  }

  /// The encoding of every count.
  public let encoding: Encoding
  /// What a count of no text is worth.
  private let ownBasis: TokenCount.Basis
  /// The model the encoding was chosen for, where one was named.
  public let model: String?
  /// Who counted, where it was not an encoding of this machine's: a provider and its host.
  public let provider: String?
  /// The names of the normal forms that were asked about, such as `nfc`.
  public let normalForms: [String]
  /// The files in the order they were given.
  public let rows: [Row]

  /// A report; each row has as many normalized counts as there are forms.
  public init(
    encoding: Encoding, basis: TokenCount.Basis, model: String?, provider: String? = nil, normalForms: [String] = [],
    rows: [Row]
  ) {
    self.encoding = encoding
    ownBasis = basis
    self.model = model
    self.provider = provider
    self.normalForms = normalForms
    self.rows = rows
  }

  /// What the sum of all rows is worth: one encoding and one model made them all, so that they can be added up.
  public var basis: TokenCount.Basis {
    let counts = rows.map { TokenCount($0.tokens, basis: $0.basis ?? ownBasis) }
    return (try? TokenCount.sum(of: counts))?.basis ?? ownBasis
  }

  /// The sum of all rows, named by their number.
  public var total: Row {
    Row(
      path: "total", bytes: rows.reduce(0) { $0 + $1.bytes }, tokens: rows.reduce(0) { $0 + $1.tokens }, basis: basis,
      normalized: normalForms.indices.map { index in
        let counts = rows.map { $0.normalized[index] }
        return NormalizedCount(
          bytes: counts.reduce(0) { $0 + $1.bytes }, tokens: counts.reduce(0) { $0 + $1.tokens })
      })
  }
}
