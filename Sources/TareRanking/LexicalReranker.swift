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
  /// What each part of the score weighs.
  struct Weights: Sendable, Hashable {
    var words = 1.0
    var grams = 1.0
    var pairs = 0.3
    var questionInTitle = 0.5
    var titleInQuestion = 1.0
  }

  private let language: Language?
  private let information: WordInformation
  private let splitter: WordSplitter
  var weights = Weights()
  var bm25 = BM25()

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
    relevance(in: index(of: chunks), to: query)
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
    let index = settled(index, for: query)
    let question = IndexedQuery(query, in: index.lexicon, by: splitter)
    let scores = weights.combining(LexicalParts(question, in: index, bm25: bm25, information: information))
    return scores.indices.map { Relevance(chunk: $0, score: scores[$0]) }
  }

  /// Chunks that tell no language, being titles or single words, are taken to be in that of the question.
  private func settled(_ index: ChunkIndex, for query: Query) -> ChunkIndex {
    guard index.lexicon.language == nil else { return index }
    let asked = ChunkIndex([Chunk(id: "", text: query.text)], language: nil, by: splitter)
    return asked.lexicon.language.map { index.stemmed(as: $0) } ?? index
  }
}

extension LexicalReranker.Weights {
  /// One score for each chunk, between 0 and 1.
  func combining(_ parts: LexicalParts) -> [Double] {
    let (words, grams, pairs) = (
      parts.words.relativeToMaximum, parts.grams.relativeToMaximum, parts.pairs.relativeToMaximum
    )
    let titles = zip(parts.title.questionInTitle, parts.title.titleInQuestion).map {
      questionInTitle * $0 + titleInQuestion * $1
    }
    let hasTitles = titles.contains { $0 > 0 }
    let whole = self.words + self.grams + self.pairs + (hasTitles ? questionInTitle + titleInQuestion : 0)
    return words.indices.map {
      (self.words * words[$0] + self.grams * grams[$0] + self.pairs * pairs[$0] + titles[$0]) / whole
    }
  }
}
