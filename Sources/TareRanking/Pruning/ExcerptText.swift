/// The sentences of a chunk, of which some are written out.
struct ExcerptText {
  let pieces: [TextPiece]
  /// What is written out, `nil` before the first sentence.
  private(set) var excerpt: Excerpt?

  private let chunk: Chunk
  private let marker: String
  private var chosen: Set<Int> = []

  init(of chunk: Chunk, _ pieces: [TextPiece], _ marker: String) {
    self.chunk = chunk
    self.pieces = pieces
    self.marker = marker
  }

  /// Writes out one sentence more if there is room, which then becomes less; whether it did or had before.
  mutating func add(_ sentence: Int, within room: inout Int, tokens: (Chunk) -> Int) -> Bool {
    guard pieces.indices.contains(sentence), !chosen.contains(sentence) else { return true }
    let text = text(of: (chosen.union([sentence])).sorted())
    guard !text.isEmpty else { return true }
    let rendered = Chunk(id: chunk.id, title: chunk.title, text: text, score: chunk.score)
    let tokens = tokens(rendered)
    guard tokens - (excerpt?.tokens ?? 0) <= room else { return false }
    room -= tokens - (excerpt?.tokens ?? 0)
    chosen.insert(sentence)
    excerpt = Excerpt(text: text, tokens: tokens)
    return true
  }

  /// Sentences that were neighbours stand as they stood; others have the marker between them.
  private func text(of chosen: [Int]) -> String {
    var text = ""
    var next = 0
    for sentence in chosen {
      if sentence > next { text += text.isEmpty || text.last?.isWhitespace == true ? "\(marker) " : " \(marker) " }
      text += pieces[sentence].text
      next = sentence + 1
    }
    while text.last?.isWhitespace == true { text.removeLast() }
    return next < pieces.count ? "\(text) \(marker)" : text
  }
}
