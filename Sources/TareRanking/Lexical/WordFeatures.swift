/// The stems of a question and where they occur in the chunks.
struct WordFeatures {
  /// The first form of each feature in the question, for what it tells.
  private(set) var forms: [Int] = []
  /// The question as features, in order.
  private(set) var query: [Int] = []
  /// The features of each chunk by word, -1 for a word that is not in the question.
  let chunks: [[Int]]
  /// The feature of each stem, -1 for a stem that is not in the question.
  let featureOfStem: [Int]
  let counts: FeatureCounts

  init(_ pool: AnalyzedPool) {
    var featureOfStem = [Int](repeating: -1, count: pool.stemCount)
    for form in pool.query {
      let stem = pool.stems[form]
      if featureOfStem[stem] < 0 {
        featureOfStem[stem] = forms.count
        forms.append(form)
      }
      query.append(featureOfStem[stem])
    }
    let found = featureOfStem
    chunks = pool.chunks.map { words in words.map { found[pool.stems[$0]] } }
    var counts = FeatureCounts(features: forms.count)
    for words in chunks { counts.append(found: words.filter { $0 >= 0 }, length: words.count) }
    self.counts = counts
    self.featureOfStem = featureOfStem
  }
}
