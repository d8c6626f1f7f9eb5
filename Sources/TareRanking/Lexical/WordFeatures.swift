/// The stems of a question and where they occur in the texts.
struct WordFeatures {
  /// The first form of each feature in the question, for what it tells.
  private(set) var forms: [Int] = []
  /// The question as features, in order.
  private(set) var query: [Int] = []
  /// The feature of each stem, -1 for a stem that is not in the question.
  private(set) var featureOfStem: [Int32]
  /// The feature of each form of the texts, -1 for a form that is not in the question.
  private(set) var featureOfForm: [Int32]
  private(set) var occurrences: Occurrences

  init(of query: IndexedQuery, in index: TextIndex) {
    featureOfStem = [Int32](repeating: -1, count: query.stemCount)
    featureOfForm = [Int32](repeating: -1, count: index.lexicon.forms.count)
    occurrences = Occurrences(texts: index.count)
    self.query.reserveCapacity(query.words.count)
    for form in query.words {
      let stem = query.stems[Int(form)]
      if featureOfStem[stem] < 0 { add(stem, form: Int(form), in: index) }
      self.query.append(Int(featureOfStem[stem]))
    }
  }

  private mutating func add(_ stem: Int, form: Int, in index: TextIndex) {
    featureOfStem[stem] = Int32(truncatingIfNeeded: forms.count)
    forms.append(form)
    if stem < index.lexicon.stemWords.count {
      for form in index.forms(ofStem: stem) {
        featureOfForm[Int(form)] = featureOfStem[stem]
        occurrences.add(form: Int(form), of: index)
      }
    }
    occurrences.endFeature()
  }
}
