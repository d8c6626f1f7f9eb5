/// Folds a text and finds its words without ICU, where it is of ASCII, the letters of Western Europe and the
/// punctuation of typesetters.
///
/// A word is a run of letters, digits and low lines; an apostrophe or a full stop between two letters or two digits
/// joins them, and so does a comma between two digits, as in Unicode's annex 29.
struct CommonWords {
  /// The folded text.
  private(set) var folded: [UInt8] = []
  /// The words in it.
  private(set) var words: [Range<Int>] = []
  private var start = -1

  /// `nil` for a text that holds anything else, which is told where it first does.
  init?(_ utf8: Span<UInt8>) {
    folded.reserveCapacity(utf8.count)
    words.reserveCapacity(utf8.count / 6)
    var offset = 0
    while offset < utf8.count {
      let byte = utf8[offset]
      if byte < 0x80 {
        append(byte, in: utf8, at: offset)
        offset += 1
      } else {
        guard let length = appendBeyondASCII(utf8, at: offset) else { return nil }
        offset += length
      }
    }
    endWord()
  }

  private mutating func append(_ byte: UInt8, in utf8: Span<UInt8>, at offset: Int) {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x5F: appendLetter(byte)
    case 0x41...0x5A: appendLetter(byte | 0x20)
    case 0x27, 0x2E, 0x2C: appendJoiner(byte, before: offset + 1 < utf8.count ? utf8[offset + 1] : 0x20)
    default: appendBlank()
    }
  }

  private mutating func appendLetter(_ byte: UInt8) {
    if start < 0 { start = folded.count }
    folded.append(byte)
  }

  private mutating func appendBlank() {
    endWord()
    folded.append(0x20)
  }

  private mutating func endWord() {
    if start >= 0 { words.append(start..<folded.count) }
    start = -1
  }

  /// A mark that is part of a word if it stands between two letters or two digits.
  private mutating func appendJoiner(_ mark: UInt8, before next: UInt8) {
    let isBetweenDigits = isDigit(next) && folded.last.map(isDigit) == true
    let isBetweenLetters = mark != 0x2C && isLetter(next) && folded.last.map(isLetter) == true
    if start >= 0, isBetweenDigits || isBetweenLetters { folded.append(mark) } else { appendBlank() }
  }

  /// The length of the character at `offset`, if it is one of those that are known here.
  private mutating func appendBeyondASCII(_ utf8: Span<UInt8>, at offset: Int) -> Int? {
    guard offset + 1 < utf8.count else { return nil }
    let second = utf8[offset + 1]
    switch utf8[offset] {
    case 0xC2 where second == 0xA0 || second == 0xAB || second == 0xBB:
      appendBlank()
      return 2
    case 0xC3 where second != 0x97 && second != 0xB7:
      appendLatin(second)
      return 2
    case 0xE2 where second == 0x80 && offset + 2 < utf8.count && 0x90...0xA7 ~= utf8[offset + 2]:
      return appendPunctuation(utf8[offset + 2], before: offset + 3 < utf8.count ? utf8[offset + 3] : 0x20)
    default:
      return nil
    }
  }

  /// A letter from À to ÿ by its second byte; ß is folded to ss.
  private mutating func appendLatin(_ second: UInt8) {
    if second == 0x9F {
      appendLetter(0x73)
      folded.append(0x73)
    } else {
      appendLetter(0xC3)
      folded.append(second < 0xA0 ? second | 0x20 : second)
    }
  }

  /// A dash, a quotation mark or a bullet by its third byte; the one that may be an apostrophe is taken for one.
  ///
  /// Hyphens that no line is broken at, and dots that stand for several, are left to ICU.
  private mutating func appendPunctuation(_ third: UInt8, before next: UInt8) -> Int? {
    guard third != 0x91, third != 0xA4, third != 0xA5, third != 0xA6, third != 0x97 else { return nil }
    if third == 0x99 { appendJoiner(0x27, before: next) } else { appendBlank() }
    return 3
  }
}

private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

/// Whether a byte is a letter or of one; a low line is neither.
private func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 || byte == 0xC3 || 0x80...0xBF ~= byte }
