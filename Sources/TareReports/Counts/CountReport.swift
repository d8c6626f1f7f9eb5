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
    /// The number of tokens after normalising, where that was asked for.
    public let normalizedTokens: Int?

    /// A row.
    public init(path: String, bytes: Int, tokens: Int, normalizedTokens: Int? = nil) {
      self.path = path
      self.bytes = bytes
      self.tokens = tokens
      self.normalizedTokens = normalizedTokens
    }
  }

  /// The encoding of every count.
  public let encoding: Encoding
  /// How the counts were come by; the same for all, so that they may be added.
  public let basis: TokenCount.Basis
  /// The model the encoding was chosen for, where one was named.
  public let model: String?
  /// The normalisation form that was asked about, such as `nfc`.
  public let normalForm: String?
  /// The files in the order they were given.
  public let rows: [Row]

  /// A report.
  public init(
    encoding: Encoding, basis: TokenCount.Basis, model: String?, normalForm: String?, rows: [Row]
  ) {
    self.encoding = encoding
    self.basis = basis
    self.model = model
    self.normalForm = normalForm
    self.rows = rows
  }

  /// The sum of all rows, named by their number.
  public var total: Row {
    Row(
      path: "total", bytes: rows.reduce(0) { $0 + $1.bytes }, tokens: rows.reduce(0) { $0 + $1.tokens },
      normalizedTokens: normalForm == nil ? nil : rows.reduce(0) { $0 + ($1.normalizedTokens ?? $1.tokens) })
  }
}
