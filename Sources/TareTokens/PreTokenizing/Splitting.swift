/// How an encoding divides text into pieces: by a scanner written for its pattern, or by the tables of a pattern that
/// was read at run time.
enum Splitting: Sendable, Hashable {
  case o200k
  case cl100k
  case gpt2
  /// Without any table the whole text is one piece.
  case tables([PatternTable])

  /// The splitting by one pattern or several after each other, by the scanner written for it where there is one.
  init(_ steps: [PatternTable]) throws(PatternError) {
    if steps.count == 1 {
      for published in PublishedPattern.allCases where try published.table().matchesAs(steps[0]) {
        self = published.splitting
        return
      }
    }
    self = .tables(steps)
  }
}

extension PublishedPattern {
  var splitting: Splitting {
    switch self {
    case .o200k: .o200k
    case .cl100k: .cl100k
    case .gpt2: .gpt2
    }
  }
}

extension Encoding {
  var splitting: Splitting {
    switch kind {
    case .o200kBase, .o200kHarmony: .o200k
    case .cl100kBase: .cl100k
    case .installed(let installed): installed.splitting
    }
  }

  var numbering: TokenNumbering {
    if case .installed(let installed) = kind { return installed.numbering }
    return .ranks
  }

  /// The tokens that only a whole piece can be; `nil` where there are none, as in every encoding that is built in.
  var wholePieces: WholePieces? {
    if case .installed(let installed) = kind { return installed.wholePieces }
    return nil
  }
}
