/// How the words of a question begin, so that words that cannot have a stem in common with any need no stemming.
///
/// A stemmer for Latin letters takes endings away, and may change vowels and accents in doing so (`dying` to `die`,
/// `Häuser` to `haus`), so words are told apart by their first letter and, where both are consonants, the second. A stem
/// of one or two letters, such as Turkish has, says nothing about the second.
struct StemPrefixes: Sendable {
  /// For each first letter the second letters, bit *n* for letter *n* of the alphabet and bit 31 for any.
  private var seconds = [UInt32](repeating: 0, count: 26)
  /// Whether a word begins with no letter of the alphabet, which a stemmer may change into any.
  private var matchesAll = false

  /// Adds a word of the question.
  mutating func insert(_ word: Span<UInt8>, stemLength: Int) {
    if let first = first(of: word) {
      seconds[first] |= stemLength < 3 ? .max : second(of: word)
    } else {
      matchesAll = matchesAll || !word.isEmpty && word[0] >= 0x80
    }
  }

  /// Whether a word may share its stem with one of the question.
  func mayMatch(_ word: Span<UInt8>) -> Bool {
    guard !matchesAll, let first = first(of: word) else { return true }
    return seconds[first] & second(of: word) != 0
  }

  /// The first letter from 0, or `nil` for what is none of the alphabet's.
  private func first(of word: Span<UInt8>) -> Int? {
    guard !word.isEmpty, 0x61...0x7A ~= word[0] else { return nil }
    return Int(word[0] - 0x61)
  }

  /// The second letter, where it is a consonant; all others are one.
  private func second(of word: Span<UInt8>) -> UInt32 {
    guard word.count > 1 else { return 1 << 31 }
    let second = word[1]
    return Self.isConsonant(second) ? 1 << UInt32(second - 0x61) : 1 << 31
  }

  private static func isConsonant(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: false
    default: 0x61...0x7A ~= byte
    }
  }
}
