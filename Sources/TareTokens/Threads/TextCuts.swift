/// Places where a text may be cut in two so that the pieces of both halves, each split as a text of its own, are the
/// pieces of the whole.
///
/// ```
/// …a word| and…      between a small ASCII letter and a space that an ASCII letter follows
/// …the end.⏎|Then…   behind a line feed that is the only white space where it stands, if no slash follows
/// ```
/// A piece depends on nothing before its start, so it is enough that every splitting has a boundary at the cut, and
/// that the left half has the same pieces when the text ends there.
///
/// - At the space: no alternative of the patterns goes on from a letter to a space, so the piece with the letter ends
///   there; it ends at the same place when nothing follows, because it ends at the first scalar it cannot take.
/// - Behind the line feed: it ends a run of punctuation, whose tail takes line breaks (and slashes, in o200k), or it
///   is a run of white space of its own. The tail ends at what is neither; the run is one scalar, which is one piece
///   by whichever alternative takes it first, before other text and at the end.
struct TextCuts {
  let text: TextCursor

  /// Whether the text may be cut before `offset`.
  func isCut(_ offset: Int) -> Bool {
    guard offset > 1, offset + 1 < text.end else { return false }
    switch text.byte(offset) {
    case 0x20: return isSmallLetter(text.byte(offset - 1)) && isSmallLetter(text.byte(offset + 1) | 0x20)
    case UInt8(ascii: "/"): return false
    default:
      return text.byte(offset - 1) == 0x0A && text.classBit(offset) & ScalarClass.whiteSpace == 0
        && !whiteSpaceMayEnd(at: offset - 1)
    }
  }

  /// The last cut in `offsets`.
  func last(in offsets: Range<Int>) -> Int? { offsets.last(where: isCut) }

  private func isSmallLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

  /// Whether the bytes before `offset` are those of a white space scalar, none of which has more than three.
  private func whiteSpaceMayEnd(at offset: Int) -> Bool {
    (1...min(3, offset)).contains { length in
      let scalar = text.scalar(offset - length)
      return scalar.length == length && scalar.classBit & ScalarClass.whiteSpace != 0
    }
  }
}

/// A long text cut in stretches that several threads may take: about equally long, each beginning at a cut.
struct TextStretches {
  let cuts: TextCuts
  /// How long a stretch is where cuts are near; one without a cut is as long as it must be.
  let size: Int

  /// The number of stretches, of which those without a cut to begin at are empty.
  var count: Int { (cuts.text.end + size - 1) / size }

  /// The bytes of the stretch `index`.
  ///
  /// - Complexity: O(length of the stretch).
  subscript(index: Int) -> Range<Int> {
    guard let start = start(index) else { return 0..<0 }
    for next in index + 1..<max(index + 1, count) {
      if let end = self.start(next) { return start..<end }
    }
    return start..<cuts.text.end
  }

  private func start(_ index: Int) -> Int? {
    index == 0 ? 0 : cuts.last(in: (index - 1) * size + 1..<index * size + 1)
  }
}
