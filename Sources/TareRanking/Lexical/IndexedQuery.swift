internal import TareUnicode

/// The words of a question as a lexicon knows them.
struct IndexedQuery {
  /// The different words.
  private(set) var forms = WordTable()
  /// The script of each different word.
  private(set) var scripts: [Script] = []
  /// The runs of characters of each different word.
  private(set) var grams = GramList()
  /// The number of each different word's stem; those that the lexicon does not have are numbered behind its own.
  private(set) var stems: [Int] = []
  /// How many numbers there are for stems.
  private(set) var stemCount: Int
  /// The stems that the lexicon does not have.
  private var unknown = WordTable()
  /// The question as numbers of ``forms``, in order.
  let words: [Int32]

  init(_ query: Query, in lexicon: Lexicon, by splitter: WordSplitter) {
    let known = lexicon.stemWords
    var unknown = WordTable()
    var stemming = Stemming(latin: lexicon.language)
    words = splitter.forms(of: query.text, in: &forms)
    stemCount = known.count
    for form in 0..<forms.count {
      let (word, script) = (forms[form], Script(ofWord: forms[form].span))
      scripts.append(script)
      grams.append(word.span, isDense: script.isDense)
      let stem = stemming.families.withBase(of: word.span, forms.key(of: form), in: script) { base in
        stemming.withStem(of: base, in: script) {
          known.existingNumber(of: $0) ?? known.count + unknown.number(of: $0)
        }
      }
      stems.append(stem)
    }
    self.unknown = unknown
    stemCount += unknown.count
  }

  /// The bytes of a stem by its number.
  func stem(_ number: Int, in lexicon: Lexicon) -> ArraySlice<UInt8> {
    number < lexicon.stemWords.count ? lexicon.stemWords[number] : unknown[number - lexicon.stemWords.count]
  }

  /// What each different word tells before any text is seen.
  func information(_ information: WordInformation) -> [Double] {
    (0..<forms.count).map { information(forms[$0]) }
  }
}
