/// Which pieces of some texts are tried first, given those that were taken.
struct PieceChoice {
  /// Where a piece stands.
  struct Piece {
    /// The text, best first.
    let text: Int
    /// Its place among the pieces of the text.
    let place: Int
    /// The number of its sentence in the text.
    let sentence: Int
  }

  private let pieces: [Piece]
  /// Whether a piece has itself to do with the question; what stands beside it says nothing without it.
  private let isRelevant: [Bool]
  /// What each piece and its better neighbour have to do with the question.
  private let relevance: [Double]
  /// What the chunk of each piece has to do with it.
  private let chunkWorth: [Double]
  private var coverage: QuestionCoverage
  private var taken: [Bool]

  /// What the better neighbour adds of its own relevance: an answer often stands beside what names its subject.
  private static let neighbourWeight = 0.3
  /// How much of its relevance a piece loses that says only what is known.
  private static let redundancyWeight = 0.5
  /// What a piece gains that completes a sentence.
  private static let completionGain = 0.3
  /// How many pieces that do not fit are met before no more are tried.
  private static let attempts = 24

  /// - Parameters:
  ///   - relevance: One score for each piece of each text in turn.
  ///   - chunkScores: One for each text, relative to the best.
  init(of texts: [ExcerptText], relevance: [Double], chunkScores: [Double], _ coverage: QuestionCoverage) {
    pieces = texts.enumerated().flatMap { number, text in
      text.pieces.enumerated().map { Piece(text: number, place: $0.offset, sentence: $0.element.sentence) }
    }
    let pieces = pieces
    isRelevant = relevance.map { $0 > 0 }
    self.relevance = pieces.indices.map { piece in
      let beside = Self.neighbours(of: piece, in: pieces).map { relevance[$0] }.max() ?? 0
      return relevance[piece] + Self.neighbourWeight * beside
    }
    chunkWorth = pieces.map { chunkScores[$0.text] * chunkScores[$0.text] }
    taken = pieces.map { _ in false }
    self.coverage = coverage
  }

  /// Takes the best pieces that have anything to do with the question, or stand beside one that was taken, until too
  /// many do not fit.
  ///
  /// What a piece is worth changes with what is taken: it is looked at again when its turn comes, and goes back into
  /// the queue if it has become worth less than the next.
  ///
  /// - Parameter fits: Takes a piece if there is room for it.
  mutating func takeBest(_ fits: (Piece) -> Bool) {
    var queue = PieceQueue()
    for piece in pieces.indices where isRelevant[piece] { queue.insert(entry(for: piece)) }
    var failures = 0
    while failures < Self.attempts, let best = queue.removeBest() {
      guard !taken[best.piece] else { continue }
      let now = entry(for: best.piece)
      if let next = queue.best, now < next, now < best {
        queue.insert(now)
      } else if fits(pieces[best.piece]) {
        take(best.piece)
        for neighbour in neighbours(toTryBehind: best.piece) { queue.insert(entry(for: neighbour)) }
      } else {
        failures += 1
      }
    }
  }

  private mutating func take(_ piece: Int) {
    taken[piece] = true
    coverage.add(piece)
  }

  /// What stands beside a piece that answers, whether it has to do with the question or not.
  private func neighbours(toTryBehind piece: Int) -> [Int] {
    isRelevant[piece] ? Self.neighbours(of: piece, in: pieces).filter { !taken[$0] } : []
  }

  private func entry(for piece: Int) -> PieceQueue.Entry {
    var worth = relevance[piece] * (1 - Self.redundancyWeight * coverage.redundancy(of: piece)) + chunkWorth[piece]
    let completes = Self.neighbours(of: piece, in: pieces).contains {
      taken[$0] && pieces[$0].sentence == pieces[piece].sentence
    }
    if completes { worth += Self.completionGain }
    return PieceQueue.Entry(worth: worth, piece: piece)
  }

  /// The pieces before and behind one in its text.
  private static func neighbours(of piece: Int, in pieces: [Piece]) -> [Int] {
    [piece - 1, piece + 1].filter { pieces.indices.contains($0) && pieces[$0].text == pieces[piece].text }
  }
}
