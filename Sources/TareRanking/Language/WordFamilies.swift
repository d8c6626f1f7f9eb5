internal import CTareData
internal import TareUnicode

/// Words that stand for one another in a language: the forms of a word that endings do not explain, and the words that
/// answer a question with it.
struct WordFamilies: Sendable {
  private var words = WordTable()
  /// For each word the number of the word it is a form of; itself for most.
  private var bases: [Int] = []
  private var stems = WordTable()
  /// For each stem the stems of its kin.
  private var kin: [[Int]] = []

  /// The families of a language; most have none yet.
  static func of(_ language: Language?) -> WordFamilies? { language.flatMap { known[$0.name] } }

  private static let known = read(wordFamilies())

  /// Reads lines of the form `english forms: go went gone` and `english kin: pet dog cat`; a line that begins with `#`
  /// is a comment. The forms of a language come before its kin.
  static func read(_ file: [UInt8]) -> [String: WordFamilies] {
    var families: [String: WordFamilies] = [:]
    for line in file.split(separator: 0x0A) where line.first != 0x23 {
      let words = line.split(separator: 0x20)
      guard words.count > 3 else { continue }
      let language = String(decoding: words[0], as: UTF8.self)
      if words[1].elementsEqual("forms:".utf8) {
        families[language, default: WordFamilies()].add(forms: words.dropFirst(2))
      } else {
        families[language, default: WordFamilies()].add(kin: words.dropFirst(2), stemmer: Snowball(language))
      }
    }
    return families
  }

  private mutating func add(forms: ArraySlice<ArraySlice<UInt8>>) {
    let numbers = forms.map { words.number(of: $0.span) }
    for number in numbers where number == bases.count { bases.append(number) }
    for number in numbers { bases[number] = numbers[0] }
  }

  private mutating func add(kin family: ArraySlice<ArraySlice<UInt8>>, stemmer: Snowball?) {
    let numbers = family.map { word in
      let base = words.existingNumber(of: word.span).map { words[bases[$0]] } ?? word
      return stemmer?.withStem(of: base.span) { stems.number(of: $0) } ?? stems.number(of: base.span)
    }
    for number in numbers where number == kin.count { kin.append([]) }
    kin[numbers[0]] += numbers.dropFirst()
  }

  /// Calls `body` with the word in Latin letters that another is a form of, or with that other itself.
  func withBase<Result>(
    of word: Span<UInt8>, _ key: WordKey, in script: Script, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    guard script == .latin, let number = words.existingNumber(of: word, key) else { return body(word) }
    return body(words[bases[number]].span)
  }

  /// The stems of words that answer a question with a word of the stem.
  func kin(ofStem stem: Span<UInt8>) -> [ArraySlice<UInt8>] {
    stems.existingNumber(of: stem).map { kin[$0].map { stems[$0] } } ?? []
  }
}

/// The file of this version.
private func wordFamilies() -> [UInt8] {
  // SAFETY: the accessor gives the start of a constant array of as many bytes as the size says.
  unsafe Array(UnsafeRawBufferPointer(start: tare_word_families_start(), count: tare_word_families_size))
}
