/// What the words in and around each turn say about it.
struct TurnScores {
  /// One score for each turn.
  let combined: [Double]

  init(_ question: HistoryQuestion, in index: HistoryIndex, bm25: BM25) {
    let counts = question.counts(in: index)
    let words = bm25.scores(counts, weights: counts.weighed(question.weights))
    let around = counts.windows(reach: 4)
    let window = bm25.scores(around, weights: around.weighed(question.weights))
    let runs = CharacterGrams(of: question.words, in: index.turns, index.lexicon)
    let information = runs.forms.map { $0.map { question.information[$0] }.max() ?? 0 }
    let grams = bm25.scores(runs.counts, weights: runs.counts.weighed(information))

    let own = zip(words.relativeToMaximum, grams.relativeToMaximum).map { $0 + 0.5 * $1 }
    combined = zip(Self.spread(own).relativeToMaximum, window.relativeToMaximum).map { $0 + 0.7 * $1 }
  }

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

extension FeatureCounts {
  /// What each feature weighs: its rarity in the dialogue times what it tells anywhere.
  fileprivate func weighed(_ weights: [Double]) -> [Double] {
    zip(inverseDocumentFrequencies(), weights).map { $0 * $1 }
  }
}
