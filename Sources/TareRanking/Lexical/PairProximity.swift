/// Whether words that stand side by side in the question stand close together in a text.
struct PairProximity {
  /// The pairs by their first word, each with the word that follows it in the question.
  private var pairs: [(follower: Int32, pair: Int)] = []
  /// Where the pairs of each word begin.
  private var starts: [Int] = [0]
  private var weights: [Double] = []

  /// The neighbouring words of the question that differ; a pair weighs what its words weigh.
  init(query: [Int], weights wordWeights: [Double]) {
    var followers: [[(follower: Int32, pair: Int)]] = Array(repeating: [], count: wordWeights.count)
    for (first, second) in zip(query, query.dropFirst()) where first != second {
      let word = Int32(truncatingIfNeeded: second)
      guard !followers[first].contains(where: { $0.follower == word }) else { continue }
      followers[first].append((word, weights.count))
      weights.append(wordWeights[first] + wordWeights[second])
    }
    for list in followers {
      pairs += list
      starts.append(pairs.count)
    }
  }

  /// The sum over the pairs of weight by distance, each where its words come closest, up to three words apart.
  ///
  /// - Parameters:
  ///   - words: The forms of a text.
  ///   - features: The word of the question each form is, or -1.
  func score(ofWords words: [Int32], features: [Int32]) -> Double {
    guard !weights.isEmpty else { return 0 }
    var closest = [Double](repeating: 0, count: weights.count)
    let (words, features) = (words.span, features.span)
    var last: (Int32, Int32, Int32) = (-1, -1, -1)
    for place in words.indices {
      let word = features[Int(words[place])]
      if word >= 0 {
        if last.0 >= 0, let pair = pair(of: last.0, word) { closest[pair] = 1 }
        if last.1 >= 0, let pair = pair(of: last.1, word) { closest[pair] = max(closest[pair], 1 / 2) }
        if last.2 >= 0, let pair = pair(of: last.2, word) { closest[pair] = max(closest[pair], 1 / 3) }
      }
      last = (word, last.0, last.1)
    }
    return zip(weights, closest).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @inline(__always)
  private func pair(of first: Int32, _ follower: Int32) -> Int? {
    let place = (starts[Int(first)]..<starts[Int(first) + 1]).first { pairs[$0].follower == follower }
    return place.map { pairs[$0].pair }
  }
}
