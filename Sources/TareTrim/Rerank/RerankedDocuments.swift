public import TareRanking
public import TareTokens
public import TareUnicode

/// Documents ranked by a question, and those that are kept within each of some budgets.
public struct RerankedDocuments: Sendable {
  /// What is kept within a budget.
  public struct Selection: Sendable {
    /// The tokens there are.
    public let budget: Int
    /// The documents that are kept whole.
    public let kept: [PrunedChunks.Kept]
    /// The documents that are kept whole or in part; `nil` where that was not asked for.
    public let packed: [PrunedChunks.Kept]?
  }

  /// The documents, best first, as far as floor, duplicates and limit leave them.
  public let ranking: [Relevance]
  /// One selection for each budget that was asked for.
  public let selections: [Selection]

  /// Ranks documents and chooses among them.
  ///
  /// A document that is kept costs the tokens of its text. In a packing each text has a line feed behind it, so that
  /// the texts may be joined by one.
  ///
  /// - Parameters:
  ///   - defaults: What holds where the request says nothing.
  ///   - judged: How relevant each document is, where somebody else has said so; `nil` to judge by words.
  /// - Throws: ``UnicodeDataError`` when ICU cannot split words or sentences.
  public init(
    _ request: RerankRequest, defaults: RerankDefaults, tokenizer: Tokenizer, judged: [Relevance]? = nil
  ) throws(UnicodeDataError) {
    let (chunks, language) = (request.documents, request.language ?? defaults.language)
    let reranker = try LexicalReranker(language: language, tokenizer: tokenizer)
    let relevance: [Relevance]
    if let judged {
      relevance = judged
    } else if request.areTurns ?? defaults.areTurns {
      let scores = try HistoryRelevance(language: language, tokenizer: tokenizer)
        .scores(of: chunks.map(\.text), to: request.query)
      relevance = scores.enumerated().map { Relevance(chunk: $0.offset, score: $0.element) }
    } else {
      relevance = reranker.relevance(of: chunks, to: request.query)
    }

    let said = request.pruning.over(defaults.pruning)
    var pruning = ChunkPruning()
    pruning.limit = said.limit
    pruning.scoreFloor = said.scoreFloor
    pruning.duplicateThreshold = said.duplicateThreshold
    ranking = try pruning.pruned(chunks, relevance: relevance) { _ in 0 }.kept.map {
      Relevance(chunk: $0.chunk, score: $0.score)
    }

    pruning.order = said.order ?? .relevance
    let sentences =
      request.packs ?? defaults.packs ? try SentencePacking(for: request.query, by: reranker) : nil
    var selections: [Selection] = []
    for budget in request.budgets ?? defaults.budgets {
      pruning.tokenBudget = budget
      let kept = try pruning.pruned(chunks, relevance: relevance) { tokenizer.count($0.text) }.kept
      let packed = try sentences.map { sentences throws(UnicodeDataError) in
        try pruning.pruned(chunks, relevance: relevance, sentences: sentences) { tokenizer.count($0.text + "\n") }.kept
      }
      selections.append(Selection(budget: budget, kept: kept, packed: packed))
    }
    self.selections = selections
  }
}

/// What holds for a request to rank that says nothing about it.
public struct RerankDefaults: Sendable {
  /// Floor, limit, duplicates and order.
  public var pruning = RerankPruning()
  /// How many tokens the documents that are kept may have; one selection for each.
  public var budgets: [Int] = []
  /// The language of the documents; `nil` to tell it from their words.
  public var language: Language?
  /// Whether documents that do not fit are cut to their best sentences.
  public var packs = true
  /// Whether the documents are the turns of one dialogue, in order.
  public var areTurns = false

  /// Nothing is chosen, and sentences are packed where a budget is given.
  public init() {}
}
