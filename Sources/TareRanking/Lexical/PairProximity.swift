/// Whether words that stand side by side in the question stand close together in a text.
struct PairProximity {
  /// How many words apart two words may be and still count.
  static let reach = 3

  /// For each word of the question the words that follow it there, each with the number of the pair.
  private var followers: [[(word: Int32, pair: Int)]]
  private var weights: [Double] = []

  /// The neighbouring words of the question that differ; a pair weighs what its words weigh.
  init(query: [Int], weights wordWeights: [Double]) {
    followers = Array(repeating: [], count: wordWeights.count)
    for (first, second) in zip(query, query.dropFirst()) where first != second {
      let word = Int32(truncatingIfNeeded: second)
      guard !followers[first].contains(where: { $0.word == word }) else { continue }
      followers[first].append((word, weights.count))
      weights.append(wordWeights[first] + wordWeights[second])
    }
  }

  /// The sum over the pairs of weight by distance, each where its words come closest.
  ///
  /// - Parameters:
  ///   - words: The forms of a text.
  ///   - features: The word of the question each form is, or -1.
  func score(ofWords words: [Int32], features: [Int32]) -> Double {
    guard !weights.isEmpty else { return 0 }
    var closest = [Double](repeating: 0, count: weights.count)
    var last: (word: Int32, place: Int) = (-1, 0)
    var earlier: [(word: Int32, place: Int)] = []
    for (place, form) in words.enumerated() {
      let word = features[Int(form)]
      guard word >= 0 else { continue }
      earlier.removeAll { place - $0.place > Self.reach }
      if last.word >= 0 { earlier.append(last) }
      for first in earlier where place - first.place <= Self.reach {
        for follower in followers[Int(first.word)] where follower.word == word {
          closest[follower.pair] = max(closest[follower.pair], 1 / Double(place - first.place))
        }
      }
      last = (word, place)
    }
    return zip(weights, closest).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
