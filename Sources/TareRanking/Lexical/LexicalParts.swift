/// The parts of the lexical score, each with one value for each chunk.
struct LexicalParts {
  let words: [Double]
  let grams: [Double]
  let pairs: [Double]
  let title: TitleMatch

  init(_ pool: AnalyzedPool, bm25: BM25, information: WordInformation) {
    var prior = [Double](repeating: 0, count: pool.forms.count)
    for form in pool.query + pool.titles.joined() where prior[form] == 0 { prior[form] = information(pool.forms[form]) }

    let features = WordFeatures(pool)
    let wordWeights = features.counts.weights(prior: features.forms.map { prior[$0] })
    words = bm25.scores(features.counts, weights: wordWeights)

    let runs = CharacterGrams(pool)
    grams = bm25.scores(
      runs.counts, weights: runs.counts.weights(prior: runs.forms.map { $0.map { prior[$0] }.max() ?? 0 }))

    let proximity = PairProximity(query: features.query, weights: wordWeights)
    pairs = features.chunks.map(proximity.score)
    title = TitleMatch(pool, weights: wordWeights, featureOfStem: features.featureOfStem) { prior[$0] }
  }
}

extension FeatureCounts {
  /// What each feature weighs: its rarity in the pool times what it tells anywhere, squared.
  func weights(prior: [Double]) -> [Double] {
    zip(inverseDocumentFrequencies(), prior).map { $0 * $1 * $1 }
  }
}
