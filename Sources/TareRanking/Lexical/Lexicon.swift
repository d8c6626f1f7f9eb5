internal import TareUnicode

/// The different words of a collection of texts.
///
/// ```
/// text      The Houses … houses, house
/// forms     0 the   1 houses   2 house        case folded, numbered by first appearance
/// stems     0 the   1 hous     1 hous
/// grams     ␣the    ␣hou hous ouse uses       …
/// ```
/// Every different word is folded, stemmed and cut into grams once, however often it occurs.
struct Lexicon: Sendable {
  /// The words as they occur, case folded.
  private(set) var forms = WordTable()
  /// The script of each form, by its first character.
  private(set) var scripts: [Script] = []
  /// The runs of characters of each form.
  private(set) var grams = GramList()
  /// The number of each form's stem in ``stemWords``.
  private(set) var stems: [Int32] = []
  /// The different stems.
  private(set) var stemWords = WordTable()
  /// The language of the words in Latin letters, if there are any.
  private(set) var language: Language?

  private let given: Language?
  private var votes = LanguageVotes()

  /// A lexicon of a language, or, if it is `nil`, of the one that the function words tell.
  init(language: Language?) {
    given = language
    self.language = language
  }

  /// The forms of a text, in order.
  mutating func read(_ text: String, by splitter: WordSplitter) -> [Int32] {
    let words = splitter.forms(of: text, in: &forms)
    learnForms()
    for form in words { votes.count(Int(form)) }
    return words
  }

  /// Stems what was read since the last time. To be called before anything is asked.
  mutating func settle() {
    let detected = given ?? votes.language
    if detected != language { forgetStems() }
    language = detected
    guard stems.count < forms.count else { return }
    var stemming = Stemming(latin: language)
    for form in stems.count..<forms.count {
      stems.append(Int32(stemming.stem(of: forms[form], in: scripts[form], numberedBy: &stemWords)))
    }
  }

  /// Whether a form is a function word of the language.
  func isFunctionWord(_ form: Int) -> Bool { votes.isFunctionWord(form, of: language) }

  /// The lexicon with the words in Latin letters stemmed as those of `language`.
  func stemmed(as language: Language) -> Lexicon {
    var lexicon = Lexicon(self, language)
    lexicon.forgetStems()
    lexicon.settle()
    return lexicon
  }

  private init(_ other: Lexicon, _ language: Language) {
    forms = other.forms
    scripts = other.scripts
    grams = other.grams
    votes = other.votes
    given = language
    self.language = language
  }

  private mutating func forgetStems() {
    stems = []
    stemWords = WordTable()
  }

  private mutating func learnForms() {
    for form in scripts.count..<forms.count {
      let script = Script(ofWord: forms[form])
      scripts.append(script)
      grams.append(forms[form], isDense: script.isDense)
      votes.learn(forms[form])
    }
  }
}

/// Which language the function words of some texts speak for.
private struct LanguageVotes: Sendable {
  /// For each form the languages that have it as a function word, bit *n* for language *n*.
  private var masks: [UInt64] = []
  private var votes = [Int](repeating: 0, count: StopWords.shared.languages.count)

  mutating func learn(_ form: ArraySlice<UInt8>) {
    masks.append(StopWords.shared.languages(having: form))
  }

  mutating func count(_ form: Int) {
    var mask = masks[form]
    while mask != 0 {
      votes[mask.trailingZeroBitCount] += 1
      mask &= mask - 1
    }
  }

  func isFunctionWord(_ form: Int, of language: Language?) -> Bool {
    masks[form] & StopWords.shared.mask(of: language) != 0
  }

  /// The language whose function words make up most, or `nil` if there is none at all.
  ///
  /// A word that several languages share speaks for each of them. Of two equally frequent ones the first wins.
  var language: Language? {
    guard let most = votes.max(), most > 0, let index = votes.firstIndex(of: most) else { return nil }
    return StopWords.shared.languages[index]
  }
}
