/// The words of a question about a dialogue that carry meaning, and the words that may answer them.
struct HistoryQuestion {
  /// Its words, function words included.
  let words: IndexedQuery
  /// What each different word tells; 0 for a function word.
  let information: [Double]
  /// The stems that are looked for.
  private(set) var stems: [Int] = []
  /// What each of them weighs beside its rarity in the dialogue.
  private(set) var weights: [Double] = []

  /// What a word that may answer weighs beside the word that is asked for.
  private static let kinWeight = 0.35

  init(_ query: Query, in lexicon: Lexicon, by splitter: WordSplitter, _ information: WordInformation) {
    let words = IndexedQuery(query, in: lexicon, by: splitter)
    let mask = StopWords.shared.mask(of: lexicon.language)
    self.words = words
    self.information = (0..<words.forms.count).map { form in
      StopWords.shared.languages(having: words.forms[form]) & mask == 0 ? information(words.forms[form]) : 0
    }
    var known: Set<Int> = []
    for form in 0..<words.forms.count where self.information[form] > 0 {
      guard known.insert(words.stems[form]).inserted else { continue }
      add(words.stems[form], weight: self.information[form])
    }
    guard let families = WordFamilies.of(lexicon.language) else { return }
    for stem in stems {
      for kin in families.kin(ofStem: words.stem(stem, in: lexicon).span) {
        guard let number = lexicon.stemWords.existingNumber(of: kin.span), known.insert(number).inserted else {
          continue
        }
        add(number, weight: Self.kinWeight * information(kin))
      }
    }
  }

  private mutating func add(_ stem: Int, weight: Double) {
    stems.append(stem)
    weights.append(weight)
  }

  /// Where the stems occur.
  func occurrences(in turns: TextIndex) -> Occurrences {
    var occurrences = Occurrences(texts: turns.count)
    for stem in stems {
      if stem < turns.lexicon.stemWords.count {
        for form in turns.forms(ofStem: stem) { occurrences.add(form: Int(form), of: turns) }
      }
      occurrences.endFeature()
    }
    return occurrences
  }
}
