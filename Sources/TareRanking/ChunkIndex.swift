/// Chunks whose words are known, so that one question after another costs little.
///
/// A ``LexicalReranker`` makes one.
public struct ChunkIndex: Sendable {
  /// The different words of texts and titles.
  let lexicon: Lexicon
  /// The words of each chunk's text, in order.
  let texts: [[Int32]]
  /// The words of each chunk's title, in order.
  let titles: [[Int32]]

  /// How many chunks it holds.
  public var count: Int { texts.count }

  init(_ chunks: [Chunk], language: Language?, by splitter: WordSplitter) {
    var lexicon = Lexicon(language: language)
    texts = chunks.map { lexicon.read($0.text, by: splitter) }
    titles = chunks.map { $0.title.map { lexicon.read($0, by: splitter) } ?? [] }
    lexicon.settle()
    self.lexicon = lexicon
  }

  private init(_ other: ChunkIndex, lexicon: Lexicon) {
    texts = other.texts
    titles = other.titles
    self.lexicon = lexicon
  }

  /// The index with its words stemmed as those of another language.
  func stemmed(as language: Language) -> ChunkIndex { ChunkIndex(self, lexicon: lexicon.stemmed(as: language)) }
}
