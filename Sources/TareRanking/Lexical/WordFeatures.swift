/// The stems of a question and where they occur in the texts.
struct WordFeatures {
  /// The first form of each feature in the question, for what it tells.
  private(set) var forms: [Int] = []
  /// The question as features, in order.
  private(set) var query: [Int] = []
  /// The features of each text by word, -1 for a word that is not in the question.
  let texts: [[Int]]
  /// The feature of each stem, -1 for a stem that is not in the question.
  let featureOfStem: [Int]
  let counts: FeatureCounts

  init(of query: IndexedQuery, in texts: [[Int32]], _ lexicon: Lexicon) {
    var featureOfStem = [Int](repeating: -1, count: query.stemCount)
    for form in query.words {
      let stem = query.stems[Int(form)]
      if featureOfStem[stem] < 0 {
        featureOfStem[stem] = forms.count
        forms.append(Int(form))
      }
      self.query.append(featureOfStem[stem])
    }
    let found = featureOfStem
    self.texts = texts.map { words in words.map { found[Int(lexicon.stems[Int($0)])] } }
    var counts = FeatureCounts(features: forms.count)
    for words in self.texts { counts.append(found: words.filter { $0 >= 0 }, length: words.count) }
    self.counts = counts
    self.featureOfStem = featureOfStem
  }
}
