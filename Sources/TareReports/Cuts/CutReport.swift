import TareJSON
import TareText
public import TareTokens

/// What `tare cut` kept of a text.
public struct CutReport: Sendable, Hashable {
  /// The name the input is shown by.
  public let path: String
  /// The encoding of both counts.
  public let encoding: Encoding
  /// How the counts were come by.
  public let basis: TokenCount.Basis
  /// The model the encoding was chosen for, where one was named.
  public let model: String?
  /// The bytes of the input that were kept, in order.
  public let kept: [Range<Int>]
  /// What was written: the kept bytes and the mark between them.
  public let text: String
  /// The number of tokens of what was written.
  public let tokens: Int
  /// The number of tokens of the whole input.
  public let total: Int

  /// A report.
  public init(
    path: String, encoding: Encoding, basis: TokenCount.Basis, model: String? = nil, kept: [Range<Int>], text: String,
    tokens: Int, total: Int
  ) {
    self.path = path
    self.encoding = encoding
    self.basis = basis
    self.model = model
    self.kept = kept
    self.text = text
    self.tokens = tokens
    self.total = total
  }

  /// One line for people: `notes.md: 500 of 1,234 tokens, bytes 0..<2048 (o200k_base, exact)`.
  public var account: String {
    let bytes = kept.isEmpty ? "nothing kept" : "bytes " + kept.map { "\($0)" }.joined(separator: " and ")
    let counting = "\(encoding.name)\(model.map { " for \(shownName($0))" } ?? ""), \(basis)"
    return "\(path): \(tokens.grouped) of \(total.grouped) tokens, \(bytes) (\(counting))"
  }

  /// The report as one JSON object, its members always in the same order.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("path", path)
      report.member("encoding", encoding.name)
      report.member("model", model)
      report.member("basis", basis.name)
      if case .estimated(let band) = basis { report.member("bandPerMille", band) }
      report.member("tokens", tokens)
      report.member("totalTokens", total)
      report.array("kept") { ranges in
        for range in kept {
          ranges.object {
            $0.member("start", range.lowerBound)
            $0.member("end", range.upperBound)
          }
        }
      }
      report.member("text", text)
    }
    return writer.text + "\n"
  }
}
