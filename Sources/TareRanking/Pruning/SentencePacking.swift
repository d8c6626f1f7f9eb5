public import TareUnicode

/// Cuts a chunk that is too long for the room there is to the sentences that answer a question best.
public struct SentencePacking: Sendable {
  /// What stands where sentences were left out.
  public var marker = "[…]"
  private let query: Query
  private let reranker: any Reranker
  private let splitter: SentenceSplitter

  /// Packs the sentences that `reranker` finds most relevant to `query`.
  ///
  /// - Throws: ``UnicodeDataError`` when ICU cannot split sentences.
  public init(for query: Query, by reranker: any Reranker) throws(UnicodeDataError) {
    self.query = query
    self.reranker = reranker
    splitter = try SentenceSplitter()
  }

  /// The best sentences of a chunk that fit together, in the order of the text, or `nil` if not even the best one
  /// does.
  ///
  /// Sentences are judged among those of the whole pool, so that a word is rare where it is rare in the pool.
  ///
  /// - Complexity: O(*n* log *n*) in the bytes of the chunk, besides one judgement of the pool's sentences.
  func excerpt(of chunk: Int, in pool: [Chunk], within room: Int, tokens: (Chunk) -> Int) -> Excerpt? {
    let ranked = rankedSentences(of: chunk, in: pool)
    let text = ExcerptText(of: pool[chunk], splitter.sentences(of: pool[chunk].text), marker: marker)
    func fitting(_ sentences: some Sequence<Int>) -> Excerpt? {
      let excerpt = text.excerpt(of: sentences, tokens: tokens)
      return excerpt.tokens <= room ? excerpt : nil
    }

    let count = mostSentences(upTo: ranked.count) { fitting(ranked[..<$0]) != nil }
    guard count > 0 else { return nil }
    var chosen = Array(ranked[..<count])
    for sentence in ranked[count...].prefix(Self.attempts) where fitting(chosen + [sentence]) != nil {
      chosen.append(sentence)
    }
    return fitting(chosen)
  }

  /// How many sentences behind the first that does not fit are tried.
  private static let attempts = 16

  /// The sentences of a chunk that share anything with the question, best first.
  private func rankedSentences(of chunk: Int, in pool: [Chunk]) -> [Int] {
    let sentences = pool.map { splitter.sentences(of: $0.text) }
    let first = sentences[..<chunk].reduce(0) { $0 + $1.count }
    let judged = reranker.relevance(of: sentences.joined().map { Chunk(id: "", text: $0) }, to: query)
    let own = judged[first..<first + sentences[chunk].count]
    return Array(own).ranked.filter { $0.score > 0 }.map { $0.chunk - first }
  }

  /// The greatest count up to `limit` that holds, by halving, where holding for a count means holding below it.
  private func mostSentences(upTo limit: Int, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, limit)
    while low < high {
      let middle = (low + high + 1) / 2
      if holds(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

/// A chunk in part.
struct Excerpt {
  let text: String
  let tokens: Int
}

/// The sentences of a chunk, of which some are written out.
private struct ExcerptText {
  private let chunk: Chunk
  private let sentences: [String]
  private let marker: String

  init(of chunk: Chunk, _ sentences: [String], marker: String) {
    self.chunk = chunk
    self.sentences = sentences
    self.marker = marker
  }

  func excerpt(of chosen: some Sequence<Int>, tokens: (Chunk) -> Int) -> Excerpt {
    let text = text(of: chosen.sorted())
    return Excerpt(text: text, tokens: tokens(Chunk(id: chunk.id, title: chunk.title, text: text, score: chunk.score)))
  }

  /// Sentences that were neighbours stand as they stood; others have the marker between them.
  private func text(of chosen: [Int]) -> String {
    var text = ""
    var next = 0
    for sentence in chosen {
      if sentence > next { text += text.isEmpty || text.last?.isWhitespace == true ? "\(marker) " : " \(marker) " }
      text += sentences[sentence]
      next = sentence + 1
    }
    while text.last?.isWhitespace == true { text.removeLast() }
    return next < sentences.count ? "\(text) \(marker)" : text
  }
}
