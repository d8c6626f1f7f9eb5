/// The patterns that have a scanner written by hand, as tiktoken 0.14 publishes them.
enum PublishedPattern: CaseIterable {
  case o200k
  case cl100k
  case gpt2

  var text: String {
    switch self {
    case .o200k:
      #"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"#
        + #"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"#
        + #"\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"#
    case .cl100k:
      #"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|"#
        + #"\s++$|\s*[\r\n]|\s+(?!\S)|\s"#
    case .gpt2:
      #"'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\s\p{L}\p{N}]++|\s++$|\s+(?!\S)|\s"#
    }
  }

  func table() throws(PatternError) -> PatternTable {
    guard let table = Self.tables[self] else { return try compiled() }
    return table
  }

  /// Each is compiled once.
  private static let tables: [PublishedPattern: PatternTable] = {
    var tables: [PublishedPattern: PatternTable] = [:]
    // One that cannot be compiled is tried again by whoever asks for it, who then learns why.
    for published in allCases { tables[published] = try? published.compiled() }
    return tables
  }()

  private func compiled() throws(PatternError) -> PatternTable {
    try PatternTable(PatternParser.parse(text, .fancyRegex))
  }
}
