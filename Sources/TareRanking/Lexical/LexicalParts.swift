/// The parts of the lexical score, each with one value for each chunk.
struct LexicalParts {
  let words: [Double]
  let grams: [Double]
  let pairs: [Double]
  let title: TitleMatch

  init(_ query: IndexedQuery, in index: ChunkIndex, _ weights: LexicalWeights, _ information: WordInformation) {
    let bm25 = BM25()
    let told = query.information(information)
    let (texts, lexicon) = (index.texts, index.texts.lexicon)

    let features = WordFeatures(of: query, in: texts)
    let wordWeights = zip(features.occurrences.inverseDocumentFrequencies(), features.forms).map {
      $0 * weights.prior(told[$1])
    }
    words = bm25.scores(features.occurrences, weights: wordWeights, lengths: texts.texts.map(\.count))

    let runs = CharacterGrams(of: query, told, in: texts)
    let gramWeights = zip(runs.occurrences.inverseDocumentFrequencies(), runs.information).map {
      weights.gramsHavePrior ? $0 * $1 : $0
    }
    grams = bm25.scores(runs.occurrences, weights: gramWeights, lengths: texts.gramLengths)

    let proximity = PairProximity(query: weights.pairs > 0 ? features.query : [], weights: wordWeights)
    pairs = texts.texts.map { proximity.score(ofWords: $0, features: features.featureOfForm) }
    title = TitleMatch(
      index.titles, lexicon, weights: wordWeights, featureOfStem: features.featureOfStem, information)
  }
}
