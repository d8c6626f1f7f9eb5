internal import TareUnicode

/// Stems words by the script they are written in, so that a mixed text has each of its words stemmed.
///
/// Latin letters are shared by too many languages to tell by; theirs is given. Scripts without a stemmer, and
/// those that are split by dictionary, keep their words as they are.
struct Stemming {
  private let latin: Snowball?
  /// The forms of words in Latin letters that no ending explains.
  let families: WordFamilies
  private var others: [Script: Snowball?] = [:]

  init(latin language: Language?) {
    latin = language.flatMap { Snowball($0.name) }
    families = WordFamilies.of(language) ?? WordFamilies()
  }

  /// Calls `body` with the stem of a word that is no form of another word.
  mutating func withStem<Result>(
    of word: Span<UInt8>, in script: Script, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    guard let stemmer = stemmer(for: script) else { return body(word) }
    return stemmer.withStem(of: word, body)
  }

  private mutating func stemmer(for script: Script) -> Snowball? {
    if script == .latin { return latin }
    if let known = others[script] { return known }
    let stemmer = script.snowballName.flatMap { Snowball($0) }
    others[script] = .some(stemmer)
    return stemmer
  }
}

extension Script {
  /// The stemmer of the language most text in the script is written in.
  fileprivate var snowballName: String? {
    switch self {
    case .arabic: "arabic"
    case .armenian: "armenian"
    case .cyrillic: "russian"
    case .devanagari: "hindi"
    case .greek: "greek"
    case .tamil: "tamil"
    default: nil
    }
  }

  /// Whether it puts no blanks between words, or glues particles to them, so that pairs of characters say more.
  var isDense: Bool {
    switch self {
    case .han, .hiragana, .katakana, .hangul, .thai, .lao, .khmer, .myanmar: true
    default: false
    }
  }
}
