/// Chunks whose words are known, so that one question after another costs little.
///
/// A ``LexicalReranker`` makes one.
public struct ChunkIndex: Sendable {
  /// The words of each chunk's text.
  private(set) var texts: TextIndex
  /// The words of each chunk's title, in order.
  let titles: [[Int32]]

  /// How many chunks it holds.
  public var count: Int { texts.count }

  /// - Parameter question: The only question that will be asked, if there is only one.
  init(_ chunks: [Chunk], language: Language?, by splitter: WordSplitter, for question: Query? = nil) {
    var lexicon = Lexicon(language: language)
    let texts = chunks.map { lexicon.read($0.text, by: splitter) }
    titles = chunks.map { $0.title.map { lexicon.read($0, by: splitter) } ?? [] }
    lexicon.settle(for: question.map { Lexicon(of: $0, by: splitter) })
    self.texts = TextIndex(texts, lexicon)
    if question == nil { self.texts.indexGrams() }
  }

  private init(_ other: ChunkIndex, _ lexicon: Lexicon) {
    texts = TextIndex(other.texts.texts, lexicon)
    if other.texts.formsByGram != nil { texts.indexGrams() }
    titles = other.titles
  }

  /// The index with its words stemmed as those of another language.
  func stemmed(as language: Language) -> ChunkIndex { ChunkIndex(self, texts.lexicon.stemmed(as: language)) }
}
