/// Which words of a question the pieces of text that were taken hold already.
///
/// What says again what is held adds little, so room goes to pieces that answer another part of the question.
struct QuestionCoverage {
  /// For each piece the different words of the question that it holds.
  private var held: [[Int32]] = []
  /// The rarity of each word of the question among the pieces.
  private let rarity: [Double]
  /// How far each word of the question is held, from 0 to 1.
  private var covered: [Double]

  /// How far one piece covers a word: the first may only mention it.
  private static let share = 0.5

  init(of query: Query, by texts: some Collection<String>, _ splitter: WordSplitter) {
    var table = WordTable()
    _ = splitter.forms(of: query.text, in: &table)
    let words = Int32(truncatingIfNeeded: table.count)
    var counts = [Int](repeating: 0, count: table.count)
    for text in texts {
      let found = Set(splitter.forms(of: text, in: &table).lazy.filter { $0 < words }).sorted()
      for word in found { counts[Int(word)] += 1 }
      held.append(found)
    }
    let whole = Double(texts.count)
    rarity = counts.map { logarithm(1 + (whole - Double($0) + 0.5) / (Double($0) + 0.5)) }
    covered = counts.map { _ in 0 }
  }

  /// How much of what a piece holds of the question is covered, from 0 to 1.
  func redundancy(of piece: Int) -> Double {
    var (all, known) = (0.0, 0.0)
    for word in held[piece] {
      all += rarity[Int(word)]
      known += rarity[Int(word)] * covered[Int(word)]
    }
    return all > 0 ? known / all : 0
  }

  /// Takes a piece.
  mutating func add(_ piece: Int) {
    for word in held[piece] { covered[Int(word)] = min(1, covered[Int(word)] + Self.share) }
  }
}
