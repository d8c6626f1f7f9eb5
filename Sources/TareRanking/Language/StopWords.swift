internal import CTareData

/// The function words of each language, by which a language is recognised.
struct StopWords: Sendable {
  /// The languages in the order of the file; at most 64.
  let languages: [Language]
  private var words = WordTable()
  /// For each word the languages that have it, bit *n* for language *n*.
  private var masks: [UInt64] = []

  static let shared = StopWords(file: wordLists())

  /// Reads lines of the form `english: a an and …`; a line that begins with `#` is a comment.
  init(file: [UInt8]) {
    var languages: [Language] = []
    for line in file.split(separator: 0x0A) where line.first != 0x23 {
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      for word in line[(colon + 1)...].split(separator: 0x20) {
        let number = words.number(of: word.span)
        if number == masks.count { masks.append(0) }
        masks[number] |= 1 << languages.count
      }
      languages.append(Language(known: String(decoding: line[..<colon], as: UTF8.self)))
    }
    self.languages = languages
  }

  /// The bit of a language, none for one without function words.
  func mask(of language: Language?) -> UInt64 {
    language.flatMap { languages.firstIndex(of: $0) }.map { 1 << UInt64($0) } ?? 0
  }

  /// The languages that have the word, bit *n* for language *n*.
  func languages(having word: ArraySlice<UInt8>) -> UInt64 {
    words.existingNumber(of: word.span).map { masks[$0] } ?? 0
  }

  /// The languages that have a word whose key is known.
  func languages(having word: Span<UInt8>, _ key: WordKey) -> UInt64 {
    words.existingNumber(of: word, key).map { masks[$0] } ?? 0
  }
}

/// The file of this version.
func wordLists() -> [UInt8] {
  // SAFETY: the accessor gives the start of a constant array of as many bytes as the size says.
  unsafe Array(UnsafeRawBufferPointer(start: tare_stop_words_start(), count: tare_stop_words_size))
}
