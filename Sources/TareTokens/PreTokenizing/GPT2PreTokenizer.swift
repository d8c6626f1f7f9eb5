/// The pattern of r50k_base and p50k_base, which GPT-2 brought:
///
/// ```
/// C  |  " "? \p{L}+  |  " "? \p{N}+  |  " "? S+  |  \s+$  |  \s+(?!\S)  |  \s
/// C = 's 't 're 've 'm 'll 'd in lower case     S = not white space, letter, number
/// ```
/// The first scalar, or the one behind a space, decides which run it is; no run gives anything back but the last
/// white space before other text.
struct GPT2PreTokenizer: PreTokenizer {
  private var symbols: UInt8 { ScalarClass.symbol | ScalarClass.mark }

  @inline(__always)
  func pieceEnd(_ text: TextCursor, _ start: Int) -> Int {
    let first = text.byte(start)
    if first == UInt8(ascii: "'") {
      let length = lowercaseContraction(text, start)
      if length > 0 { return start &+ length }
    }
    let run = first == 0x20 && start &+ 1 < text.end ? start &+ 1 : start
    let bit = text.classBit(run)
    if bit & ScalarClass.letter != 0 { return text.runEnd(run, ScalarClass.letter) }
    if bit & ScalarClass.number != 0 { return text.runEnd(run, ScalarClass.number) }
    if bit & symbols != 0 { return text.runEnd(run, symbols) }
    let space = whiteSpaceRun(text, start)
    return space.end == text.end || space.lastStart == start ? space.end : space.lastStart
  }

  /// The length of a contraction in lower case at `start`, or 0.
  func lowercaseContraction(_ text: TextCursor, _ start: Int) -> Int {
    let length = contractionLength(text, start)
    for offset in (start &+ 1)..<(start &+ max(1, length)) where text.byte(offset) & 0x20 == 0 { return 0 }
    return length == 3 && text.byte(start &+ 1) >= 0x80 ? 0 : length
  }
}
