/// Splits text into pieces within which bytes may merge, as one published regular expression does.
///
/// Written out by hand because a backtracking engine is the slowest part of every tokenizer that has one; each
/// conformer says which pattern it stands for and why it needs no backtracking.
protocol PreTokenizer {
  /// The end of the piece that begins at `start`.
  ///
  /// - Precondition: `start < text.end`, and `start` is 0 or the end of the piece before.
  func pieceEnd(_ text: TextCursor, _ start: Int) -> Int

  /// Writes the ends of the next pieces and returns how many they are; 0 only at the end of the text. The last one's
  /// end is where the next filling begins.
  ///
  /// - Precondition: `start <= text.end`, and `start` is 0 or the end of a piece.
  func fill(_ pieces: PieceBuffer, _ text: TextCursor, from start: Int) -> Int
}

extension PreTokenizer {
  /// The end of a run of at most three numbers: `\p{N}{1,3}`.
  @inline(__always)
  func numberEnd(_ text: TextCursor, _ start: Int) -> Int {
    var offset = start
    for _ in 0..<3 where offset < text.end {
      let (bit, length) = text.scalar(offset)
      if bit & ScalarClass.number == 0 { break }
      offset &+= length
    }
    return offset
  }

  /// A run of white space and its last newline.
  @inline(__always)
  func whiteSpaceRun(_ text: TextCursor, _ start: Int) -> (end: Int, lastStart: Int, lastNewlineEnd: Int) {
    var offset = start
    var lastStart = start
    var lastNewlineEnd = -1
    while offset < text.end {
      let (bit, length) = text.scalar(offset)
      if bit & ScalarClass.whiteSpace == 0 { break }
      lastStart = offset
      offset &+= length
      if bit == ScalarClass.newline { lastNewlineEnd = offset }
    }
    return (offset, lastStart, lastNewlineEnd)
  }

  /// The length of `'s 't 're 've 'm 'll 'd` in any case at `offset`, or 0. Case folding makes U+017F an s.
  @inline(__always)
  func contractionLength(_ text: TextCursor, _ offset: Int) -> Int {
    guard offset &+ 1 < text.end, text.byte(offset) == UInt8(ascii: "'") else { return 0 }
    switch text.byte(offset &+ 1) | 0x20 {
    case UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "d"):
      return 2
    case UInt8(ascii: "r"), UInt8(ascii: "v"):
      return offset &+ 2 < text.end && text.byte(offset &+ 2) | 0x20 == UInt8(ascii: "e") ? 3 : 0
    case UInt8(ascii: "l"):
      return offset &+ 2 < text.end && text.byte(offset &+ 2) | 0x20 == UInt8(ascii: "l") ? 3 : 0
    case 0xE5:  // 0xC5 | 0x20: the first byte of U+017F, LATIN SMALL LETTER LONG S
      let isLongS = text.byte(offset &+ 1) == 0xC5 && offset &+ 2 < text.end && text.byte(offset &+ 2) == 0xBF
      return isLongS ? 3 : 0
    default:
      return 0
    }
  }
}
