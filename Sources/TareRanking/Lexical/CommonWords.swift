/// Folds a text and finds its words without ICU, where it is of ASCII, the letters of Western Europe and the
/// punctuation of typesetters.
///
/// A word is a run of letters, digits and low lines; an apostrophe or a full stop between two letters or two digits
/// joins them, and so does a comma between two digits, as in Unicode's annex 29.
struct CommonWords {
  /// The folded text, which is never longer than the text.
  let folded: [UInt8]
  /// The words in it.
  let words: [Range<Int>]

  /// `nil` for a text that holds anything else, which is told where it first does.
  init?(_ utf8: Span<UInt8>) {
    var folded = [UInt8](repeating: 0x20, count: utf8.count)
    var scan = WordScan(bytes: utf8.count)
    var output = folded.mutableSpan
    var offset = 0
    while offset < utf8.count {
      let byte = utf8[offset]
      if byte < 0x80 {
        scan.append(byte, in: utf8, at: offset, to: &output)
        offset += 1
      } else {
        guard let length = scan.appendBeyondASCII(utf8, at: offset, to: &output) else { return nil }
        offset += length
      }
    }
    scan.endWord()
    words = scan.words
    self.folded = folded
  }
}

/// The way through a text that is folded and split at once.
private struct WordScan {
  var words: [Range<Int>] = []
  private var start = -1
  /// How many bytes are folded.
  private var end = 0

  init(bytes: Int) { words.reserveCapacity(bytes / 5) }

  mutating func append(_ byte: UInt8, in utf8: Span<UInt8>, at offset: Int, to output: inout MutableSpan<UInt8>) {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x5F: appendLetter(byte, to: &output)
    case 0x41...0x5A: appendLetter(byte | 0x20, to: &output)
    case 0x27, 0x2E, 0x2C:
      appendJoiner(byte, before: offset + 1 < utf8.count ? utf8[offset + 1] : 0x20, to: &output)
    default: appendBlank()
    }
  }

  private mutating func appendLetter(_ byte: UInt8, to output: inout MutableSpan<UInt8>) {
    if start < 0 { start = end }
    output[end] = byte
    end += 1
  }

  private mutating func appendBlank() {
    endWord()
    end += 1
  }

  mutating func endWord() {
    if start >= 0 { words.append(start..<end) }
    start = -1
  }

  /// A mark that is part of a word if it stands between two letters or two digits.
  private mutating func appendJoiner(_ mark: UInt8, before next: UInt8, to output: inout MutableSpan<UInt8>) {
    guard start >= 0 else { return appendBlank() }
    let last = output[end - 1]
    let isBetweenDigits = isDigit(next) && isDigit(last)
    let isBetweenLetters = mark != 0x2C && isLetter(next) && isLetter(last)
    if isBetweenDigits || isBetweenLetters { appendLetter(mark, to: &output) } else { appendBlank() }
  }

  /// The length of the character at `offset`, if it is one of those that are known here.
  mutating func appendBeyondASCII(
    _ utf8: Span<UInt8>, at offset: Int, to output: inout MutableSpan<UInt8>
  ) -> Int? {
    guard offset + 1 < utf8.count else { return nil }
    let second = utf8[offset + 1]
    switch utf8[offset] {
    case 0xC2 where second == 0xA0 || second == 0xAB || second == 0xBB:
      appendBlank()
      return 2
    case 0xC3 where second != 0x97 && second != 0xB7:
      appendLatin(second, to: &output)
      return 2
    case 0xE2 where second == 0x80 && offset + 2 < utf8.count && 0x90...0xA7 ~= utf8[offset + 2]:

      return appendPunctuation(
        utf8[offset + 2], before: offset + 3 < utf8.count ? utf8[offset + 3] : 0x20, to: &output)
    default:
      return nil
    }
  }

  /// A letter from À to ÿ by its second byte; ß is folded to ss.
  private mutating func appendLatin(_ second: UInt8, to output: inout MutableSpan<UInt8>) {
    if second == 0x9F {
      appendLetter(0x73, to: &output)
      appendLetter(0x73, to: &output)
    } else {
      appendLetter(0xC3, to: &output)
      appendLetter(second < 0xA0 ? second | 0x20 : second, to: &output)
    }
  }

  /// A dash, a quotation mark or a bullet by its third byte; the one that may be an apostrophe is taken for one.
  ///
  /// Hyphens that no line is broken at, and dots that stand for several, are left to ICU.
  private mutating func appendPunctuation(
    _ third: UInt8, before next: UInt8, to output: inout MutableSpan<UInt8>
  ) -> Int? {
    guard third != 0x91, third != 0xA4, third != 0xA5, third != 0xA6, third != 0x97 else { return nil }
    if third == 0x99 { appendJoiner(0x27, before: next, to: &output) } else { appendBlank() }
    return 3
  }
}

private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

/// Whether a byte is a letter or of one; a low line is neither.
private func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 || byte == 0xC3 || 0x80...0xBF ~= byte }
