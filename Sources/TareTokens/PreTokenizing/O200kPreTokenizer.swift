/// The pattern of o200k_base and o200k_harmony:
///
/// ```
/// P? U* L+ C?  |  P? U+ L* C?  |  \p{N}{1,3}  |  " "? S+ [\r\n/]*  |  \s*[\r\n]+  |  \s+(?!\S)  |  \s+
/// P = not CR, LF, letter, number     U = upper, title, caseless, mark     L = lower, caseless, mark
/// C = contraction                    S = not white space, letter, number
/// ```
/// Why no backtracking is needed: U and L share only caseless letters and marks. Behind a run of U either a lower
/// case letter follows, and L+ goes on from there; or the engine gives scalars back until it meets one that L takes
/// too, which is the last caseless letter or mark of the run, and the match ends behind it; or there is none, the
/// first alternative fails and the second takes the run as it is.
struct O200kPreTokenizer: PreTokenizer {
  private var upperRun: UInt8 { ScalarClass.upper | ScalarClass.caseless | ScalarClass.mark }
  private var lowerRun: UInt8 { ScalarClass.lower | ScalarClass.caseless | ScalarClass.mark }
  private var prefix: UInt8 { ScalarClass.space | ScalarClass.symbol | ScalarClass.mark }
  private var symbols: UInt8 { ScalarClass.symbol | ScalarClass.mark }

  @inline(__always)
  func pieceEnd(_ text: TextCursor, _ start: Int) -> Int {
    let (bit, length) = text.scalar(start)
    if bit & ScalarClass.letter != 0 { return wordEnd(text, start) }
    if bit & prefix != 0, start &+ length < text.end {
      if text.classBit(start &+ length) & (upperRun | lowerRun) != 0 {
        let end = wordEnd(text, start &+ length)
        // A mark is both prefix and word: before capitals only, the word without the prefix is the mark alone.
        if bit == ScalarClass.mark, !hasLowerOrCaseless(text, start &+ length, end) { return start &+ length }
        return end
      }
      if bit == ScalarClass.mark { return contraction(text, start &+ length) }
    } else if bit == ScalarClass.mark {
      return start &+ length
    }
    if bit == ScalarClass.number { return numberEnd(text, start) }
    if bit & symbols != 0 { return symbolEnd(text, start) }
    if text.byte(start) == 0x20, start &+ 1 < text.end, text.classBit(start &+ 1) & symbols != 0 {
      return symbolEnd(text, start &+ 1)
    }
    return whiteSpaceEnd(text, start)
  }

  /// `U* L+ C?` or, where that fails, `U+ L* C?`, from a scalar that is in U or L.
  @inline(__always)
  private func wordEnd(_ text: TextCursor, _ start: Int) -> Int {
    var offset = start
    var sharedEnd = -1
    while offset < text.end {
      let (bit, length) = text.scalar(offset)
      if bit & upperRun == 0 {
        if bit & lowerRun != 0 { return contraction(text, text.runEnd(offset &+ length, lowerRun)) }
        break
      }
      offset &+= length
      if bit & lowerRun != 0 { sharedEnd = offset }
    }
    return contraction(text, sharedEnd >= 0 ? sharedEnd : offset)
  }

  @inline(__always)
  private func contraction(_ text: TextCursor, _ end: Int) -> Int {
    end &+ contractionLength(text, end)
  }

  /// Whether a word found behind a mark came from the first alternative.
  private func hasLowerOrCaseless(_ text: TextCursor, _ start: Int, _ end: Int) -> Bool {
    var offset = start
    while offset < end {
      let (bit, length) = text.scalar(offset)
      if bit & lowerRun != 0 { return true }
      // A contraction behind capitals begins with an apostrophe: the word ended before it.
      if bit & upperRun == 0 { return false }
      offset &+= length
    }
    return false
  }

  @inline(__always)
  private func symbolEnd(_ text: TextCursor, _ start: Int) -> Int {
    var offset = text.runEnd(start, symbols)
    while offset < text.end {
      let byte = text.byte(offset)
      guard byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "/") else { break }
      offset &+= 1
    }
    return offset
  }

  @inline(__always)
  private func whiteSpaceEnd(_ text: TextCursor, _ start: Int) -> Int {
    let run = whiteSpaceRun(text, start)
    if run.lastNewlineEnd >= 0 { return run.lastNewlineEnd }
    // The last one is left for what follows, unless nothing does or it is the only one.
    return run.end == text.end || run.lastStart == start ? run.end : run.lastStart
  }
}
