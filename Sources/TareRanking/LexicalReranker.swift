public import TareTokens
public import TareUnicode

/// Judges chunks by the words they share with the question: no model, no network, the same answer each time.
///
/// A score is the sum of three parts, each relative to the pool's best, so that it lies between 0 and 1 and says
/// nothing about another pool:
/// - BM25 over the stems of words, each weighed by its rarity in the pool and in the tokenizer's vocabulary;
/// - BM25 over runs of characters inside words, which finds inflections and compounds in any language;
/// - neighbouring words of the question that are close together in the chunk.
///
/// Where any chunk has a title, two more parts judge the titles: how much of the question a title holds, and how
/// much of the title the question names.
public struct LexicalReranker: Reranker {
  private let language: Language?
  private let information: WordInformation
  private let splitter: WordSplitter
  /// What each part weighs; `nil` for what suits the language.
  var weights: LexicalWeights?

  /// A reranker for chunks in `language`, or, if it is `nil`, in what their function words tell of each pool.
  ///
  /// The language concerns words in Latin letters; others are stemmed by their script.
  ///
  /// - Throws: ``UnicodeDataError`` when ICU cannot split words.
  public init(language: Language? = nil, tokenizer: Tokenizer = Tokenizer(.o200kBase)) throws(UnicodeDataError) {
    self.language = language
    information = WordInformation(tokenizer)
    splitter = try WordSplitter()
  }

  /// The relevance of every chunk, in the order of `chunks`; 0 for one that shares nothing with the question.
  ///
  /// - Complexity: O(*n*) in the bytes of all chunks.
  public func relevance(of chunks: [Chunk], to query: Query) -> [Relevance] {
    relevance(in: ChunkIndex(chunks, language: language, by: splitter, for: query), to: query)
  }

  /// The words of chunks, for one question after another.
  ///
  /// - Complexity: O(*n*) in the bytes of all chunks.
  public func index(of chunks: [Chunk]) -> ChunkIndex {
    ChunkIndex(chunks, language: language, by: splitter)
  }

  /// The relevance of every chunk of an index, the same as ``relevance(of:to:)`` has for its chunks.
  ///
  /// - Complexity: O(*n*) in the words of all chunks, none of which is read again.
  public func relevance(in index: ChunkIndex, to query: Query) -> [Relevance] {
    guard index.texts.lexicon.language == nil else { return judged(index, by: query) }
    return judged(settled(index, for: query), by: query)
  }

  private func judged(_ index: ChunkIndex, by query: Query) -> [Relevance] {
    let lexicon = index.texts.lexicon
    let question = IndexedQuery(query, in: lexicon, by: splitter)
    let weights = weights ?? .suiting(lexicon.mainScript, lexicon.language)
    let scores = weights.combining(LexicalParts(question, in: index, weights, information))
    return scores.indices.map { Relevance(chunk: $0, score: scores[$0]) }
  }

  /// Chunks that tell no language, being titles or single words, are taken to be in that of the question.
  private func settled(_ index: ChunkIndex, for query: Query) -> ChunkIndex {
    Lexicon(of: query, by: splitter).language.map { index.stemmed(as: $0) } ?? index
  }
}
