/// What the words in and around each turn say about it.
struct TurnScores {
  /// One score for each turn.
  let combined: [Double]

  init(_ question: HistoryQuestion, in turns: TextIndex) {
    let bm25 = BM25()
    let lengths = turns.texts.map(\.count)
    let occurrences = question.occurrences(in: turns)
    let words = bm25.scores(occurrences, weights: occurrences.weighed(question.weights), lengths: lengths)

    let around = occurrences.windows(reach: Self.reach)
    let window = bm25.scores(
      around, weights: around.weighed(question.weights), lengths: lengths.windowSums(reach: Self.reach))

    let runs = CharacterGrams(of: question.words, question.information, in: turns)
    let grams = bm25.scores(
      runs.occurrences, weights: runs.occurrences.weighed(runs.information), lengths: turns.gramLengths)

    let own = zip(words.relativeToMaximum, grams.relativeToMaximum).map { $0 + 0.5 * $1 }
    combined = zip(Self.spread(own).relativeToMaximum, window.relativeToMaximum).map { $0 + 0.7 * $1 }
  }

  /// How many turns before and after a turn make up its window.
  private static let reach = 4

  /// Each score with shares of those before and after it: a turn answers the one before more often than the one after.
  private static func spread(_ scores: [Double]) -> [Double] {
    let shares: [(distance: Int, share: Double)] = [(-2, 0.3), (-1, 0.6), (1, 0.5), (2, 0.25)]
    return scores.indices.map { turn in
      shares.reduce(scores[turn]) { sum, near in
        scores.indices.contains(turn + near.distance) ? sum + near.share * scores[turn + near.distance] : sum
      }
    }
  }
}

extension Occurrences {
  /// What each feature weighs: its rarity in the dialogue times what it tells anywhere.
  fileprivate func weighed(_ weights: [Double]) -> [Double] {
    zip(inverseDocumentFrequencies(), weights).map { $0 * $1 }
  }
}
