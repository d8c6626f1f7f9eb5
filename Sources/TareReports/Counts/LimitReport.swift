import TareJSON
import TareText
public import TareTokens

/// What `tare count --max-tokens` found: the count of each file that is within the limit, and the names of those that
/// are not.
public struct LimitReport: Sendable, Hashable {
  /// One file.
  public struct Row: Sendable, Hashable {
    /// The name the file is shown by.
    public let path: String
    /// Its size in bytes of UTF-8; `nil` for a stream that was left at the limit.
    public let bytes: Int?
    /// The number of tokens; `nil` when it is more than the limit, where counting stopped.
    public let tokens: Int?
    /// How the count was come by.
    public let basis: TokenCount.Basis

    /// A row.
    public init(path: String, bytes: Int?, tokens: Int?, basis: TokenCount.Basis) {
      self.path = path
      self.bytes = bytes
      self.tokens = tokens
      self.basis = basis
    }
  }

  /// The encoding of every count.
  public let encoding: Encoding
  /// What a count of no text is worth.
  private let ownBasis: TokenCount.Basis
  /// The model the encoding was chosen for, where one was named.
  public let model: String?
  /// The most tokens a file may have.
  public let maxTokens: Int
  /// The files in the order they were given.
  public let rows: [Row]

  /// A report.
  public init(encoding: Encoding, basis: TokenCount.Basis, model: String?, maxTokens: Int, rows: [Row]) {
    self.encoding = encoding
    ownBasis = basis
    self.model = model
    self.maxTokens = maxTokens
    self.rows = rows
  }

  /// What the counts are worth together; one that stopped at the limit has its weight.
  public var basis: TokenCount.Basis {
    let counts = rows.map { TokenCount($0.tokens ?? maxTokens, basis: $0.basis) }
    return (try? TokenCount.sum(of: counts))?.basis ?? ownBasis
  }

  /// The number of files that have more tokens than they may.
  public var overCount: Int { rows.count { $0.tokens == nil } }

  /// The report as a table, and a line that says how many files are over the limit.
  public var text: String {
    let table = aligned(
      [["tokens", "bytes", "file"]]
        + rows.map { row in
          [row.tokens.map { "\($0)" } ?? "> \(maxTokens)", row.bytes.map { "\($0)" } ?? "-", shownName(row.path)]
        }, left: [2])
    let verdict =
      overCount == 0 ? "within \(maxTokens)" : "\(overCount) of \(rows.count) over \(maxTokens)"
    let basis = "\(encoding.name)\(model.map { " for \(shownName($0))" } ?? ""), \(basis)"
    return (table + ["\(basis): \(verdict)"]).joined(separator: "\n") + "\n"
  }

  /// The report as one JSON object, its members always in the same order.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("encoding", encoding.name)
      report.member("model", model)
      report.member("basis", basis.name)
      if case .estimated(let band) = basis { report.member("bandPerMille", band) }
      report.member("maxTokens", maxTokens)
      report.array("files") { files in
        for row in rows {
          files.object {
            $0.member("path", row.path)
            $0.member("bytes", row.bytes)
            $0.member("tokens", row.tokens)
            $0.member("isWithin", row.tokens != nil)
            if case .estimated(let band) = row.basis { $0.member("bandPerMille", band) }
          }
        }
      }
    }
    return writer.text + "\n"
  }
}
