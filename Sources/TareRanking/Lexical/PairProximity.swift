/// Whether words that stand side by side in the question stand close together in a chunk.
struct PairProximity {
  /// How many words apart two words may be and still count.
  static let reach = 3

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private var pairs: [Pair: Int] = [:]
  private var weights: [Double] = []

  /// The neighbouring words of the question that differ; a pair weighs what its words weigh.
  init(query: [Int], weights wordWeights: [Double]) {
    for (first, second) in zip(query, query.dropFirst()) where first != second {
      let pair = Pair(first: first, second: second)
      guard pairs[pair] == nil else { continue }
      pairs[pair] = weights.count
      weights.append(wordWeights[first] + wordWeights[second])
    }
  }

  /// The sum over the pairs of weight by distance, each where its words come closest.
  func score(ofWords words: [Int]) -> Double {
    var closest = [Double](repeating: 0, count: weights.count)
    for index in words.indices where words[index] >= 0 {
      for distance in 1...Self.reach where index >= distance && words[index - distance] >= 0 {
        guard let pair = pairs[Pair(first: words[index - distance], second: words[index])] else { continue }
        closest[pair] = max(closest[pair], 1 / Double(distance))
      }
    }
    return zip(weights, closest).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
