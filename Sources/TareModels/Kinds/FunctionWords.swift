internal import CTareData

/// The commonest words of languages in Latin letters, by which English, German and French are told from each other and
/// from all the rest.
struct FunctionWords: Sendable {
  /// The languages that have a word; bit *n* is the *n*th line of the file.
  private let masks: [ArraySlice<UInt8>: UInt64]
  private let languages: [String]

  static let shared: FunctionWords = {
    // SAFETY: the data target holds exactly `tare_stop_words_size` bytes there for the life of the process.
    let bytes = unsafe UnsafeRawBufferPointer(start: tare_stop_words_start(), count: tare_stop_words_size)
    return FunctionWords(file: unsafe Array(bytes))
  }()

  /// Reads lines of the form `english: a an and …`; a line that begins with `#` is a comment.
  init(file: [UInt8]) {
    var masks: [ArraySlice<UInt8>: UInt64] = [:]
    var languages: [String] = []
    for line in file.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), languages.count < 64 else { continue }
      for word in line[(colon + 1)...].split(separator: 0x20) { masks[word, default: 0] |= 1 << languages.count }
      languages.append(String(decoding: line[..<colon], as: UTF8.self))
    }
    self.masks = masks
    self.languages = languages
  }

  /// The kind of prose in `utf8`, by the language of which it holds most words; `nil` where it holds none of any.
  /// Of two with equally many the earlier in the file wins, so that English does.
  func language(of utf8: ArraySlice<UInt8>) -> TextKind? {
    var hits = [Int](repeating: 0, count: languages.count)
    for word in utf8.split(whereSeparator: { $0 < 0x80 && !isLetter($0) && $0 != UInt8(ascii: "'") }) {
      guard word.count <= Self.longestWord else { continue }
      // Bytes of ASCII are folded; what stands outside of it seldom begins one of these words.
      var mask = masks[ArraySlice(word.map { isLetter($0) ? $0 | 0x20 : $0 })] ?? 0
      while mask != 0 {
        hits[mask.trailingZeroBitCount] += 1
        mask &= mask - 1
      }
    }
    guard let most = hits.max(), most > 0, let first = hits.firstIndex(of: most) else { return nil }
    return Self.kinds[languages[first]] ?? .latin
  }

  private static let longestWord = 24
  private static let kinds: [String: TextKind] = ["english": .english, "german": .german, "french": .french]
}
