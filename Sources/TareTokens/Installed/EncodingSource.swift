/// A published vocabulary, read and understood: what an installed encoding is compiled from.
package struct EncodingSource: Sendable {
  /// What kind of file a vocabulary came from.
  package enum Origin: String, Sendable, CaseIterable {
    case tiktoken = "tiktoken rank file"
    case tokenizerJSON = "tokenizer.json"
    case tekken = "tekken.json"
  }

  /// A token and its id.
  package typealias Token = (bytes: [UInt8], id: TokenID)

  /// The tokens in the order in which they merge, symbols first.
  package let tokens: [Token]
  /// Tokens that merging does not reach.
  package let wholePieces: [Token]
  /// Whether a piece that is one of `wholePieces` becomes that token.
  package let looksUpWholePieces: Bool
  /// How text is divided before anything merges, each step dividing the parts of the one before; without any step the
  /// whole text is one piece.
  package let splitting: [SplitStep]
  /// Those that are looked for before the text is divided, in the order of their ids.
  package let addedTokens: [AddedToken]
  package let normalForm: RequiredNormalForm?
  /// How it has spaces; `nil` where they are characters like any other.
  package let spaces: SpaceRules?
  /// What merging begins with.
  package let symbols: MergeSymbols
  /// The parts of each token, where some come later in the order than what they make.
  package let parts: [TokenParts]?
  package let origin: Origin

  package init(
    tokens: [Token], wholePieces: [Token] = [], looksUpWholePieces: Bool = false, splitting: [SplitStep],
    addedTokens: [AddedToken], normalForm: RequiredNormalForm? = nil, spaces: SpaceRules? = nil,
    symbols: MergeSymbols = .bytes, parts: [TokenParts]? = nil, origin: Origin
  ) {
    self.tokens = tokens
    self.wholePieces = wholePieces
    self.looksUpWholePieces = looksUpWholePieces
    self.splitting = splitting
    self.addedTokens = addedTokens
    self.normalForm = normalForm
    self.spaces = spaces
    self.symbols = symbols
    self.parts = parts
    self.origin = origin
  }

  /// A vocabulary given by ranks, as tiktoken uses it: any two neighbours merge whose bytes together are a token, the
  /// lowest rank first; a piece that is a token is that token.
  package init(
    ranks: [Token], splitting: [SplitStep], specialTokens: [SpecialToken], origin: Origin
  ) throws(PackingError) {
    let ordered = ranks.sorted { $0.id < $1.id }
    let list = try RankList(ordered.map(\.bytes))
    let isReached = MergeSplits(list).isReached
    self.init(
      tokens: ordered.indices.filter { isReached[$0] }.map { ordered[$0] },
      wholePieces: ordered.indices.filter { !isReached[$0] }.map { ordered[$0] }, looksUpWholePieces: true,
      splitting: splitting, addedTokens: specialTokens.map { AddedToken($0) }, origin: origin)
  }
}

extension MergeSplits {
  /// For each rank, whether merging its own bytes reaches the token.
  fileprivate var isReached: [Bool] {
    var isReached = [Bool](repeating: true, count: splits.count)
    for rank in unreachable { isReached[Int(rank)] = false }
    return isReached
  }
}

/// One division of text by a pattern into its matches and what lies between them.
package struct SplitStep: Sendable, Hashable {
  let table: PatternTable
  /// Whether every scalar is part of a match, so that nothing lies between them.
  package var coversEverything: Bool { table.coversEverything }

  /// The division by a regular expression in the meaning of an engine.
  ///
  /// - Throws: ``PatternError`` when some part is not understood.
  package init(pattern: String, _ dialect: PatternDialect) throws(PatternError) {
    table = try PatternTable(PatternParser.parse(pattern, dialect))
  }

  /// The division at each occurrence of a string.
  package init(literal: String) throws(PatternError) {
    table = try PatternTable(.sequence(literal.unicodeScalars.map { .one(ScalarSet(of: [$0])) }))
  }

  /// The division that an encoding of tiktoken's makes, by the name of the encoding; `nil` for any other name.
  package init?(encoding name: String) {
    let published: PublishedPattern? =
      switch name {
      case "o200k_base", "o200k_harmony": .o200k
      case "cl100k_base": .cl100k
      case "p50k_base", "p50k_edit", "r50k_base", "gpt2": .gpt2
      default: nil
      }
    guard let published, let table = try? published.table() else { return nil }
    self.table = table
  }
}
