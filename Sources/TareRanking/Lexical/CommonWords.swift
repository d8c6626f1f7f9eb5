/// Folds a text and finds its words without ICU, where it is of ASCII, the letters of ``LetterTable``, Chinese
/// characters and the punctuation of typesetters.
///
/// A word is a run of letters, digits and low lines; an apostrophe or a full stop between two letters or two digits
/// joins them, and so does a comma or semicolon between two digits, as in Unicode's annex 29. Each Chinese character is a word, as it
/// is there.
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
        offset += 1
        scan.append(byte, before: utf8, at: offset, to: &output)
      } else {
        let scalar = nextScalar(of: utf8, at: &offset)
        guard scan.append(beyondASCII: scalar, before: utf8, at: offset, to: &output) else { return nil }
      }
    }
    scan.endWord()
    words = scan.words
    self.folded = folded
  }
}

/// The way through a text that is folded and split at once.
private struct WordScan {
  /// What the last byte of a word is of.
  private enum Last {
    case letter, digit, lowLine, mark
  }

  var words: [Range<Int>] = []
  private var start = -1
  /// How many bytes are folded.
  private var end = 0
  private var last = Last.letter

  init(bytes: Int) { words.reserveCapacity(bytes / 5) }

  @inline(__always)
  mutating func append(_ byte: UInt8, before utf8: Span<UInt8>, at next: Int, to output: inout MutableSpan<UInt8>) {
    switch byte {
    case 0x61...0x7A: appendPart(byte, .letter, to: &output)
    case 0x41...0x5A: appendPart(byte | 0x20, .letter, to: &output)
    case 0x30...0x39: appendPart(byte, .digit, to: &output)
    case 0x5F: appendPart(byte, .lowLine, to: &output)
    case 0x27, 0x2E, 0x2C, 0x3B: appendJoiner(byte, before: Following(in: utf8, at: next), to: &output)
    default: appendBlank()
    }
  }

  @inline(__always)
  private mutating func appendPart(_ byte: UInt8, _ kind: Last, to output: inout MutableSpan<UInt8>) {
    if start < 0 { start = end }
    output[end] = byte
    end += 1
    last = kind
  }

  private mutating func appendBlank() {
    endWord()
    end += 1
  }

  /// Ends the word that is under way; to ICU one low line is none.
  mutating func endWord() {
    if start >= 0, end - start > 1 || last != .lowLine { words.append(start..<end) }
    start = -1
  }

  /// A mark that is part of a word if it stands between two letters or two digits.
  private mutating func appendJoiner(_ mark: UInt8, before next: Following, to output: inout MutableSpan<UInt8>) {
    guard start >= 0 else { return appendBlank() }
    let isBetweenDigits = next == .digit && last == .digit
    let isBetweenLetters = mark != 0x2C && mark != 0x3B && next == .letter && (last == .letter || last == .mark)
    if isBetweenDigits || isBetweenLetters {
      appendPart(mark, last, to: &output)
    } else {
      appendBlank()
    }
  }

  /// Whether a scalar is one of those that are known here.
  mutating func append(
    beyondASCII scalar: UInt32, before utf8: Span<UInt8>, at next: Int, to output: inout MutableSpan<UInt8>
  ) -> Bool {
    switch scalar {
    case 0x3400...0x4DBF, 0x4E00...0x9FFC: appendCharacter(scalar, to: &output)
    case 0xA0, 0x3000...0x3002, 0x3008...0x3011, 0x3014...0x301B: appendBlank()
    case 0xB7, 0x2018: return joinsNothing(before: Following(in: utf8, at: next)) && appendedBlank()
    case 0xDF:
      appendPart(0x73, .letter, to: &output)
      appendPart(0x73, .letter, to: &output)
    case 0x60C: return joinsNothing(before: Following(in: utf8, at: next)) && appendedBlank()
    case 0x2026: appendBlank()
    case 0xFEFF: return end == 0
    case 0x2019: appendJoiner(0x27, before: Following(in: utf8, at: next), to: &output)
    // ICU's versions differ about the commercial at.
    case 0xFF20: return false
    case 0xFF01...0xFF5E: append(UInt8(scalar - 0xFEE0), before: utf8, at: next, to: &output)
    default: return appendLetter(scalar, to: &output)
    }
    return true
  }

  /// Whether a mark that may join does not, for want of letters or digits on both sides.
  private func joinsNothing(before next: Following) -> Bool { start < 0 || last == .lowLine || next == .other }

  private mutating func appendedBlank() -> Bool {
    appendBlank()
    return true
  }

  /// A Chinese character, which is a word.
  private mutating func appendCharacter(_ scalar: UInt32, to output: inout MutableSpan<UInt8>) {
    endWord()
    appendBytes(of: scalar, .letter, to: &output)
    endWord()
  }

  private mutating func appendLetter(_ scalar: UInt32, to output: inout MutableSpan<UInt8>) -> Bool {
    switch LetterTable.shared.kind(of: scalar) {
    // The dot that is taken away from a Turkish capital stands between the letter and what may follow it.
    case .letter(let folded): appendBytes(of: folded, scalar == 0x130 ? .mark : .letter, to: &output)
    case .blank: appendBlank()
    case .mark where start >= 0 && last == .letter: appendBytes(of: scalar, .mark, to: &output)
    case .mark, .unknown: return false
    }
    return true
  }

  private mutating func appendBytes(of scalar: UInt32, _ kind: Last, to output: inout MutableSpan<UInt8>) {
    if scalar < 0x80 { return appendPart(UInt8(scalar), kind, to: &output) }
    if scalar < 0x800 {
      appendPart(UInt8(0xC0 | scalar >> 6), kind, to: &output)
    } else {
      appendPart(UInt8(0xE0 | scalar >> 12), kind, to: &output)
      appendPart(UInt8(0x80 | scalar >> 6 & 0x3F), kind, to: &output)
    }
    appendPart(UInt8(0x80 | scalar & 0x3F), kind, to: &output)
  }
}

/// What stands behind a mark that may join.
private enum Following {
  case letter, digit, other

  init(in utf8: Span<UInt8>, at offset: Int) {
    guard offset < utf8.count else {
      self = .other
      return
    }
    var place = offset
    let scalar = nextScalar(of: utf8, at: &place)
    switch 0xFF01...0xFF5E ~= scalar ? scalar - 0xFEE0 : scalar {
    case 0x30...0x39: self = .digit
    case 0x41...0x5A, 0x61...0x7A, 0xDF: self = .letter
    case let scalar where scalar >= 0x80:
      if case .letter = LetterTable.shared.kind(of: scalar) { self = .letter } else { self = .other }
    default: self = .other
    }
  }
}
