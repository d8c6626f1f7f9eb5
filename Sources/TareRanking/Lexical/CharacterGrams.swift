/// The runs of characters in a question's words, and where they occur in the words of texts.
struct CharacterGrams {
  /// The forms of the question that hold each feature.
  let forms: [[Int]]
  let counts: FeatureCounts

  init(of query: IndexedQuery, in texts: [[Int32]], _ lexicon: Lexicon) {
    var table = GramTable()
    for form in 0..<query.forms.count {
      for gram in query.grams[form] { table.add(gram, of: [form]) }
    }
    for (left, right) in zip(query.words, query.words.dropFirst()) {
      let (left, right) = (Int(left), Int(right))
      if let gram = query.grams.gram(between: left, and: right) { table.add(gram, of: [left, right]) }
    }
    forms = table.forms
    counts = table.counts(in: texts, lexicon)
  }
}

/// The grams of a question, numbered.
private struct GramTable {
  private var features: [Gram: Int] = [:]
  private var filter = GramFilter()
  private(set) var forms: [[Int]] = []

  mutating func add(_ gram: Gram, of holders: [Int]) {
    filter.insert(gram)
    if let feature = features[gram] {
      forms[feature] += holders
    } else {
      features[gram] = forms.count
      forms.append(holders)
    }
  }

  private func feature(of gram: Gram) -> Int? {
    filter.mayHold(gram) ? features[gram] : nil
  }

  func counts(in texts: [[Int32]], _ lexicon: Lexicon) -> FeatureCounts {
    let grams = (0..<lexicon.forms.count).map { lexicon.grams[$0].compactMap(feature) }
    var counts = FeatureCounts(features: forms.count)
    for text in texts {
      var found: [Int] = []
      var length = 0
      for (index, form) in text.enumerated() {
        found += grams[Int(form)]
        length += lexicon.grams[Int(form)].count
        guard index > 0, let gram = lexicon.grams.gram(between: Int(text[index - 1]), and: Int(form)) else { continue }
        length += 1
        if let feature = feature(of: gram) { found.append(feature) }
      }
      counts.append(found: found, length: length)
    }
    return counts
  }
}

/// One bit for each of 4,096 groups of grams: says no to most grams of a text before they are hashed in earnest.
private struct GramFilter {
  private var bits = [UInt64](repeating: 0, count: 64)

  mutating func insert(_ gram: Gram) {
    let group = Int(gram.bits >> 52)
    bits[group >> 6] |= 1 << (group & 63)
  }

  func mayHold(_ gram: Gram) -> Bool {
    let group = Int(gram.bits >> 52)
    return bits[group >> 6] & (1 << (group & 63)) != 0
  }
}
