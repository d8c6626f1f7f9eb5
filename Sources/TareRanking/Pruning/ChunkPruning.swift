public import TareTokens
public import TareUnicode

/// Which chunks of a pool go into a prompt, and in which order.
///
/// The steps come in this order, each seeing what the one before left: score floor, near-duplicates, limit, budget.
/// All of them prefer the more relevant chunk, and of equally relevant ones the one that stood first.
public struct ChunkPruning: Sendable, Hashable {
  /// The order of the chunks that stay.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// Best first.
    case relevance
    /// As they came.
    case original
    /// The best at both ends and the weakest in the middle, where models read least.
    case edgesFirst = "edges-first"
  }

  /// Chunks below this score go.
  public var scoreFloor: Double?
  /// At most so many chunks stay.
  public var limit: Int?
  /// A chunk goes if it shares this share of its three-word sequences with a better one, as Jaccard similarity from
  /// 0 to 1; 0.8 takes copies with small edits.
  public var duplicateThreshold: Double?
  /// What stays has at most so many tokens together.
  public var tokenBudget: Int?
  /// The order of the chunks that stay.
  public var order = Order.relevance

  /// A pruning that keeps everything, best first, until a limit is set.
  public init() {}

  /// Prunes `chunks` by the scores they bring or else by `reranker`, counting the tokens of their texts.
  ///
  /// Where every chunk brings a score the query is not looked at. To judge by it all the same, ask the reranker for the
  /// relevance and hand it to ``pruned(_:relevance:sentences:tokens:)``.
  /// - Throws: ``UnicodeDataError`` when near-duplicates are asked for and ICU cannot split words.
  public func pruned(
    _ chunks: [Chunk], for query: Query, by reranker: any Reranker, sentences: SentencePacking? = nil,
    tokenizer: Tokenizer
  ) throws(UnicodeDataError) -> PrunedChunks {
    let relevance = chunks.relevance(to: query, by: reranker)
    return try pruned(chunks, relevance: relevance, sentences: sentences) { tokenizer.count($0.text) }
  }

  /// Prunes `chunks` by relevance that is known.
  ///
  /// - Parameters:
  ///   - relevance: One for each chunk; a chunk without one is as irrelevant as can be.
  ///   - sentences: How to cut the chunks from the first on that does not fit the budget; without it, chunks stay
  ///     whole or go.
  ///   - tokens: The exact number of tokens of a chunk as the caller renders it, with whatever is put around it.
  /// - Throws: ``UnicodeDataError`` when near-duplicates are asked for and ICU cannot split words.
  /// - Complexity: O(*n* log *n*) in chunks and in the words of their texts. Near-duplicates cost a comparison of each
  ///   chunk with every better one that shares one of its rarest word sequences.
  public func pruned(
    _ chunks: [Chunk], relevance: [Relevance], sentences: SentencePacking? = nil, tokens: (Chunk) -> Int
  ) throws(UnicodeDataError) -> PrunedChunks {
    var selection = ChunkSelection(chunks, relevance: relevance, tokens: tokens)
    if let scoreFloor { selection.drop(below: scoreFloor) }
    if let duplicateThreshold { try selection.dropDuplicates(in: chunks, threshold: duplicateThreshold) }
    if let limit { selection.drop(beyond: limit) }
    if let tokenBudget {
      if let sentences {
        selection.cut(over: tokenBudget) { sentences.excerpts(of: $0, in: chunks, within: $1, tokens: tokens) }
      } else {
        selection.drop(over: tokenBudget)
      }
    }
    return selection.pruned(in: order)
  }
}

extension [Chunk] {
  /// The scores the chunks bring, if every one of them brings a finite one, and else what `reranker` says: half a
  /// ranking is none. `query` counts only in the second case; ``Reranker/relevance(of:to:)`` judges by it in any.
  public func relevance(to query: Query, by reranker: any Reranker) -> [Relevance] {
    var given: [Relevance] = []
    for (index, chunk) in enumerated() {
      guard let score = chunk.score, score.isFinite else { return reranker.relevance(of: self, to: query) }
      given.append(Relevance(chunk: index, score: score))
    }
    return given
  }
}
