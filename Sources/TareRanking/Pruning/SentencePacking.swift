public import TareUnicode

/// Cuts chunks that are too long for the room there is to the sentences that answer a question best.
///
/// ```
/// best chunk     whole, while chunks fit
/// next chunks    their best sentences, whichever chunk they are in, and the neighbours of those
/// ```
/// A sentence is worth what its own words, the better of its neighbours and the chunk it stands in are; less, as far as
/// what is taken says the same; more, if it is the other part of a long sentence of which one is taken.
public struct SentencePacking: Sendable {
  /// What stands where sentences were left out.
  public var marker = "…"
  private let query: Query
  private let reranker: any Reranker
  private let sentences: SentenceSplitter
  private let words: WordSplitter

  /// Packs the sentences that `reranker` finds most relevant to `query`.
  ///
  /// - Throws: ``UnicodeDataError`` when ICU cannot split sentences or words.
  public init(for query: Query, by reranker: any Reranker) throws(UnicodeDataError) {
    self.query = query
    self.reranker = reranker
    sentences = try SentenceSplitter()
    words = try WordSplitter()
  }

  /// The best sentences of some chunks that fit together, by chunk, each in the order of its text.
  ///
  /// - Parameters:
  ///   - chunks: The places of the chunks, best first, with their scores.
  ///   - tokens: The exact number of tokens of a chunk as the caller renders it.
  /// - Complexity: O(*n* log *n*) in the bytes of the chunks.
  func excerpts(
    of chunks: [(chunk: Int, score: Double)], in pool: [Chunk], within room: Int, tokens: (Chunk) -> Int
  ) -> [Int: Excerpt] {
    var texts = chunks.map { ExcerptText(of: pool[$0.chunk], sentences.pieces(of: pool[$0.chunk].text), marker) }
    let relevance = reranker.relevance(of: texts.flatMap { $0.pieces.map { Chunk(id: "", text: $0.text) } }, to: query)
    let coverage = QuestionCoverage(of: query, by: texts.lazy.flatMap { $0.pieces.map(\.text) }, words)
    let chunkScores = chunks.map(\.score).relativeToMaximum
    var choice = PieceChoice(of: texts, relevance: relevance.map(\.score), chunkScores: chunkScores, coverage)
    var left = room
    choice.takeBest { piece in texts[piece.text].add(piece.place, within: &left, tokens: tokens) }
    var excerpts: [Int: Excerpt] = [:]
    for (place, text) in texts.enumerated() { excerpts[chunks[place].chunk] = text.excerpt }
    return excerpts
  }
}

/// A chunk in part.
struct Excerpt {
  let text: String
  let tokens: Int
}
