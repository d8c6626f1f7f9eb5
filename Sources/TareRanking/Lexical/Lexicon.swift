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
  private(set) var forms = WordTable(slots: 4_096)
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

  /// The script most of the different words are in, digits aside.
  private(set) var mainScript = Script.common

  private let given: Language?
  private var votes = LanguageVotes()

  /// A lexicon of a language, or, if it is `nil`, of the one that the function words tell.
  init(language: Language?) {
    given = language
    self.language = language
  }

  /// The words of a question alone.
  init(of query: Query, by splitter: WordSplitter) {
    self.init(language: nil)
    _ = read(query.text, by: splitter)
    settle()
  }

  /// The forms of a text, in order.
  mutating func read(_ text: String, by splitter: WordSplitter) -> [Int32] {
    let words = splitter.forms(of: text, in: &forms)
    learnForms()
    for form in words { votes.count(Int(form)) }
    return words
  }

  /// Stems what was read since the last time. To be called before anything is asked.
  ///
  /// - Parameter question: The only question that will be asked: words in Latin letters that cannot have a stem in
  ///   common with any of it then share one that no word has, since stemming them is a quarter of all the work.
  mutating func settle(for question: Lexicon? = nil) {
    let detected = given ?? votes.language
    if detected != language { forgetStems() }
    language = detected
    guard stems.count < forms.count else { return }
    mainScript = mostFrequentScript
    var stemming = Stemming(latin: language)
    let latin = Script.latin
    let prefixes = question.flatMap { beginnings(of: $0, stemming) }
    let noStem = prefixes.map { _ in Int32(stemWords.number(of: Self.noStem.span)) }
    forms.forEachWord(from: stems.count) { form, word in
      let script = scripts[form]
      let stem = stemming.families.withBase(of: word, forms.key(of: form), in: script) { base in
        if let noStem, script == latin, prefixes?.mayMatch(base) == false { return noStem }
        return Int32(truncatingIfNeeded: stemming.withStem(of: base, in: script) { stemWords.number(of: $0) })
      }
      stems.append(stem)
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

  /// What stands for all stems that nobody will ask for: no word has a blank.
  private static let noStem: [UInt8] = [0x20]

  /// The stemmer of Indonesian takes beginnings away as well.
  private func beginnings(of question: Lexicon, _ stemming: Stemming) -> StemPrefixes? {
    guard language != nil, language?.name != "indonesian" else { return nil }
    var (prefixes, stemming) = (StemPrefixes(), stemming)
    question.forms.forEachWord(from: 0) { form, word in
      stemming.families.withBase(of: word, question.forms.key(of: form), in: .latin) { base in
        prefixes.insert(base, stemLength: stemming.withStem(of: base, in: .latin) { $0.count })
      }
    }
    return prefixes
  }

  private init(_ other: Lexicon, _ language: Language) {
    forms = other.forms
    scripts = other.scripts
    grams = other.grams
    votes = other.votes
    given = language
    self.language = language
  }

  private var mostFrequentScript: Script {
    var counts: [(script: Script, count: Int)] = []
    let common = Script.common
    for script in scripts where script != common {
      if let place = counts.firstIndex(where: { $0.script == script }) {
        counts[place].count += 1
      } else {
        counts.append((script, 1))
      }
    }
    return counts.max { ($0.count, $0.script.code) < ($1.count, $1.script.code) }?.script ?? common
  }

  private mutating func forgetStems() {
    stems = []
    stemWords = WordTable()
  }

  private mutating func learnForms() {
    let latin = Script.latin
    forms.forEachWord(from: scripts.count) { form, word in
      let script = Script(ofWord: word)
      scripts.append(script)
      grams.append(word, isDense: script != latin && script.isDense)
      votes.learn(word, forms.key(of: form))
    }
  }
}

/// Which language the function words of some texts speak for.
private struct LanguageVotes: Sendable {
  /// For each form the languages that have it as a function word, bit *n* for language *n*.
  private var masks: [UInt64] = []
  private let stopWords = StopWords.shared
  private var votes = [Int](repeating: 0, count: StopWords.shared.languages.count)

  mutating func learn(_ form: Span<UInt8>, _ key: WordKey) {
    masks.append(stopWords.languages(having: form, key))
  }

  mutating func count(_ form: Int) {
    var mask = masks[form]
    while mask != 0 {
      votes[mask.trailingZeroBitCount] += 1
      mask &= mask - 1
    }
  }

  func isFunctionWord(_ form: Int, of language: Language?) -> Bool {
    masks[form] & stopWords.mask(of: language) != 0
  }

  /// The language whose function words make up most, or `nil` if there is none at all.
  ///
  /// A word that several languages share speaks for each of them. Of two equally frequent ones the first wins.
  var language: Language? {
    guard let most = votes.max(), most > 0, let index = votes.firstIndex(of: most) else { return nil }
    return stopWords.languages[index]
  }
}
