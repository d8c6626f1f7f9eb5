/// The pattern of cl100k_base:
///
/// ```
/// C  |  P?+ \p{L}++  |  \p{N}{1,3}+  |  " "? S++ [\r\n]*+  |  \s++$  |  \s*[\r\n]  |  \s+(?!\S)  |  \s
/// P = not CR, LF, letter, number     S = not white space, letter, number     C = contraction
/// ```
/// The quantifiers are possessive, so nothing is ever given back but the last white space before other text.
struct Cl100kPreTokenizer: PreTokenizer {
  private var prefix: UInt8 { ScalarClass.space | ScalarClass.symbol | ScalarClass.mark }
  private var symbols: UInt8 { ScalarClass.symbol | ScalarClass.mark }

  @inline(__always)
  func pieceEnd(_ text: TextCursor, _ start: Int) -> Int {
    let (bit, length) = text.scalar(start)
    if bit & ScalarClass.letter != 0 { return text.runEnd(start &+ length, ScalarClass.letter) }
    if text.byte(start) == UInt8(ascii: "'") {
      let contraction = contractionLength(text, start)
      if contraction > 0 { return start &+ contraction }
    }
    if bit & prefix != 0, start &+ length < text.end, text.classBit(start &+ length) & ScalarClass.letter != 0 {
      return text.runEnd(start &+ length, ScalarClass.letter)
    }
    if bit == ScalarClass.number { return numberEnd(text, start) }
    if bit & symbols != 0 { return symbolEnd(text, start) }
    if text.byte(start) == 0x20, start &+ 1 < text.end, text.classBit(start &+ 1) & symbols != 0 {
      return symbolEnd(text, start &+ 1)
    }
    return whiteSpaceEnd(text, start)
  }

  @inline(__always)
  private func symbolEnd(_ text: TextCursor, _ start: Int) -> Int {
    text.runEnd(text.runEnd(start, symbols), ScalarClass.newline)
  }

  @inline(__always)
  private func whiteSpaceEnd(_ text: TextCursor, _ start: Int) -> Int {
    let run = whiteSpaceRun(text, start)
    if run.end == text.end { return run.end }
    if run.lastNewlineEnd >= 0 { return run.lastNewlineEnd }
    return run.lastStart == start ? run.end : run.lastStart
  }
}
