/// The runs of characters in a question's words, and where they occur in the words of texts.
struct CharacterGrams {
  /// What the words tell that hold each feature: the most of any.
  let information: [Double]
  let occurrences: Occurrences

  /// - Parameter information: What each different word of the question tells.
  init(of query: IndexedQuery, _ information: [Double], in index: TextIndex) {
    var table = GramTable()
    for form in 0..<query.forms.count {
      for gram in query.grams[form] { table.add(gram, information[form]) }
    }
    if query.grams.hasDenseWords {
      for (left, right) in zip(query.words, query.words.dropFirst()) {
        let (left, right) = (Int(left), Int(right))
        guard let gram = query.grams.gram(between: left, and: right) else { continue }
        table.add(gram, max(information[left], information[right]))
      }
    }
    self.information = table.information
    occurrences = table.occurrences(in: index)
  }
}

/// The grams of a question, numbered.
private struct GramTable {
  private var features: [Gram: Int] = [:]
  private var filter = GramFilter()
  private(set) var information: [Double] = []

  mutating func add(_ gram: Gram, _ information: Double) {
    filter.insert(gram)
    let feature = features[gram, default: self.information.count]
    if feature == self.information.count {
      features[gram] = feature
      self.information.append(information)
    } else {
      self.information[feature] = max(self.information[feature], information)
    }
  }

  /// A gram of the question in a form of the texts, or across two words of a text.
  private struct Hit {
    let feature: Int
    let place: Int32
  }

  func occurrences(in index: TextIndex) -> Occurrences {
    let inForms = hits { body in index.lexicon.grams.forEach(body) }
    let acrossForms = hits { body in for edge in index.edgeGrams { body(edge.gram, edge.text) } }
    var (form, edge) = (0, 0)
    var occurrences = Occurrences(texts: index.count)
    for feature in information.indices {
      while form < inForms.count, inForms[form].feature == feature {
        occurrences.add(form: Int(inForms[form].place), of: index)
        form += 1
      }
      while edge < acrossForms.count, acrossForms[edge].feature == feature {
        occurrences.add(1, in: acrossForms[edge].place)
        edge += 1
      }
      occurrences.endFeature()
    }
    return occurrences
  }

  /// The grams of the question among others, by feature.
  private func hits(_ forEach: ((Gram, Int32) -> Void) -> Void) -> [Hit] {
    var hits: [Hit] = []
    forEach { gram, place in
      if filter.mayHold(gram), let feature = features[gram] { hits.append(Hit(feature: feature, place: place)) }
    }
    hits.sort { ($0.feature, $0.place) < ($1.feature, $1.place) }
    return hits
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
