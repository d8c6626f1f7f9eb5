/// The parts of the lexical score, each with one value for each chunk.
struct LexicalParts {
  let words: [Double]
  let grams: [Double]
  let pairs: [Double]
  let title: TitleMatch

  init(_ query: IndexedQuery, in index: ChunkIndex, bm25: BM25, information: WordInformation) {
    let prior = query.information(information)
    let features = WordFeatures(of: query, in: index.texts, index.lexicon)
    let wordWeights = features.counts.weights(prior: features.forms.map { prior[$0] })
    words = bm25.scores(features.counts, weights: wordWeights)

    let runs = CharacterGrams(of: query, in: index.texts, index.lexicon)
    grams = bm25.scores(
      runs.counts, weights: runs.counts.weights(prior: runs.forms.map { $0.map { prior[$0] }.max() ?? 0 }))

    let proximity = PairProximity(query: features.query, weights: wordWeights)
    pairs = features.texts.map(proximity.score)
    title = TitleMatch(index, weights: wordWeights, featureOfStem: features.featureOfStem, information)
  }
}

extension FeatureCounts {
  /// What each feature weighs: its rarity in the pool times what it tells anywhere, squared.
  func weights(prior: [Double]) -> [Double] {
    zip(inverseDocumentFrequencies(), prior).map { $0 * $1 * $1 }
  }
}
