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
///
/// ```
/// slots   - 2 - - 0 - 1 -     by hash, open addressing, at most a quarter full: most grams of a text meet a free one
/// ```
private struct GramTable {
  private var slots = [Int32](repeating: -1, count: 256)
  private var grams: [Gram] = []
  private(set) var information: [Double] = []

  mutating func add(_ gram: Gram, _ information: Double) {
    let slot = slot(of: gram)
    if slots[slot] >= 0 {
      self.information[Int(slots[slot])] = max(self.information[Int(slots[slot])], information)
      return
    }
    slots[slot] = Int32(truncatingIfNeeded: grams.count)
    grams.append(gram)
    self.information.append(information)
    if grams.count * 4 > slots.count { grow() }
  }

  @inline(__always)
  private func slot(of gram: Gram) -> Int {
    let slots = slots.span
    var slot = gram.hash & (slots.count - 1)
    while slots[slot] >= 0, grams[Int(slots[slot])] != gram { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for feature in grams.indices { slots[slot(of: grams[feature])] = Int32(truncatingIfNeeded: feature) }
  }

  func occurrences(in index: TextIndex) -> Occurrences {
    if let inForms = index.formsByGram, let acrossForms = index.textsByGram {
      return occurrences(in: index) { feature, body in
        inForms.forEachPlace(of: grams[feature], body)
      } acrossForms: { feature, body in
        acrossForms.forEachPlace(of: grams[feature], body)
      }
    }
    let inForms = hits { body in index.lexicon.grams.forEach(body) }
    let acrossForms = hits { body in for edge in index.edgeGrams { body(edge.gram, edge.place) } }
    return occurrences(in: index) {
      inForms.forEachPlace(of: $0, $1)
    } acrossForms: {
      acrossForms.forEachPlace(of: $0, $1)
    }
  }

  /// Adds up what is found of each feature in forms and across two words of a text.
  private func occurrences(
    in index: TextIndex, inForms: (Int, (Int32) -> Void) -> Void, acrossForms: (Int, (Int32) -> Void) -> Void
  ) -> Occurrences {
    var occurrences = Occurrences(texts: index.count)
    for feature in grams.indices {
      inForms(feature) { occurrences.add(form: Int($0), of: index) }
      acrossForms(feature) { occurrences.add(1, in: $0) }
      occurrences.endFeature()
    }
    return occurrences
  }

  /// The grams of the question among others, by feature.
  private func hits(_ forEach: ((Gram, Int32) -> Void) -> Void) -> GramHits {
    var hits: [GramHits.Hit] = []
    forEach { gram, place in
      let feature = slots[slot(of: gram)]
      if feature >= 0 { hits.append(GramHits.Hit(feature: feature, place: place)) }
    }
    return GramHits(hits, features: grams.count)
  }
}

/// The places of each feature.
private struct GramHits {
  struct Hit {
    let feature: Int32
    let place: Int32
  }

  private var places: [Int32] = []
  private var starts: [Int32]

  /// - Parameter hits: In the order of their places.
  init(_ hits: [Hit], features: Int) {
    starts = [Int32](repeating: 0, count: features + 1)
    for hit in hits { starts[Int(hit.feature) + 1] += 1 }
    for feature in 0..<features { starts[feature + 1] += starts[feature] }
    var ends = starts
    places = [Int32](repeating: 0, count: hits.count)
    for hit in hits {
      places[Int(ends[Int(hit.feature)])] = hit.place
      ends[Int(hit.feature)] += 1
    }
  }

  func forEachPlace(of feature: Int, _ body: (Int32) -> Void) {
    for place in Int(starts[feature])..<Int(starts[feature + 1]) { body(places[place]) }
  }
}
