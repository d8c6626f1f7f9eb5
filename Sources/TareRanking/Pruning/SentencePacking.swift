public import TareUnicode

/// Cuts chunks that are too long for the room there is to the sentences that answer a question best.
///
/// ```
/// best chunk     whole, while chunks fit
/// next chunks    their best sentences, whichever chunk they are in, then the neighbours of those
/// ```
/// A sentence is as good as its own words and the chunk it stands in.
public struct SentencePacking: Sendable {
  /// What stands where sentences were left out.
  public var marker = "…"
  private let query: Query
  private let reranker: any Reranker
  private let splitter: SentenceSplitter

  /// How much the chunk counts for a sentence, beside its own relevance.
  private static let chunkWeight = 1.0

  /// Packs the sentences that `reranker` finds most relevant to `query`.
  ///
  /// - Throws: ``UnicodeDataError`` when ICU cannot split sentences.
  public init(for query: Query, by reranker: any Reranker) throws(UnicodeDataError) {
    self.query = query
    self.reranker = reranker
    splitter = try SentenceSplitter()
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
    var texts = chunks.map { ExcerptText(of: pool[$0.chunk], splitter.sentences(of: pool[$0.chunk].text), marker) }
    let ranked = rankedSentences(of: texts, chunkScores: chunks.map(\.score).relativeToMaximum)
    var left = room
    var failures = 0
    for candidate in ranked where failures < Self.attempts {
      if !texts[candidate.text].add(candidate.sentence, within: &left, tokens: tokens) { failures += 1 }
    }
    addNeighbours(of: ranked, to: &texts, within: &left, tokens: tokens)
    var excerpts: [Int: Excerpt] = [:]
    for (place, text) in texts.enumerated() { excerpts[chunks[place].chunk] = text.excerpt }
    return excerpts
  }

  /// How many sentences that do not fit are met before no more are tried.
  private static let attempts = 24

  /// Room that is left goes to the sentences behind and before the best ones.
  private func addNeighbours(
    of ranked: [Candidate], to texts: inout [ExcerptText], within left: inout Int, tokens: (Chunk) -> Int
  ) {
    var failures = 0
    for candidate in ranked where texts[candidate.text].contains(candidate.sentence) {
      for neighbour in [candidate.sentence + 1, candidate.sentence - 1] where failures < Self.attempts {
        if !texts[candidate.text].add(neighbour, within: &left, tokens: tokens) { failures += 1 }
      }
    }
  }

  private struct Candidate {
    let text: Int
    let sentence: Int
    let score: Double
  }

  /// The sentences that share anything with the question, best first; of equals the first of the better chunk.
  private func rankedSentences(of texts: [ExcerptText], chunkScores: [Double]) -> [Candidate] {
    let sentences = texts.flatMap { text in text.sentences.map { Chunk(id: "", text: $0) } }
    var judged = reranker.relevance(of: sentences, to: query)[...]
    var candidates: [Candidate] = []
    for (place, text) in texts.enumerated() {
      for (sentence, relevance) in judged.prefix(text.sentences.count).enumerated() where relevance.score > 0 {
        let score = relevance.score + Self.chunkWeight * chunkScores[place] * chunkScores[place]
        candidates.append(Candidate(text: place, sentence: sentence, score: score))
      }
      judged = judged.dropFirst(text.sentences.count)
    }
    return candidates.sorted { ($0.score, $1.text, $1.sentence) > ($1.score, $0.text, $0.sentence) }
  }
}

/// A chunk in part.
struct Excerpt {
  let text: String
  let tokens: Int
}
