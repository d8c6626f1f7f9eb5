/// A pre-tokenizer whose pattern can be read off the class masks of a window.
///
/// A window begins where a piece begins, so nothing to its left matters, and every rule below asks for neighbours
/// that a shift brings side by side. What a window cannot settle, because it depends on what lies behind it or
/// because the masks have no rule for it, is left to `pieceEnd`:
/// ```
/// bytes    The parser's   ····→ 64
/// ends        |       | · ····   the white space at the end may go on: not settled
/// ```
protocol BlockScanning: PreTokenizer {
  /// The starts of pieces in the window.
  ///
  /// - Parameter base: Where in the text the window begins.
  func settledStarts(_ window: ScanWindow, _ text: TextCursor, _ base: Int) -> SettledStarts
}

/// The places in a window where pieces begin, as far as they are sure.
struct SettledStarts {
  /// One bit for each place.
  let places: UInt64
  /// Whether the piece behind the last place has something that the masks have no rule for.
  let isHard: Bool

  /// - Parameters:
  ///   - starts: Starts as the rules see them.
  ///   - whiteSpace: White space whose last run is not settled if it touches the window's end.
  ///   - hard: Places that no rule reaches beyond.
  @inline(__always)
  init(_ starts: UInt64, _ window: ScanWindow, whiteSpace: UInt64, hard: UInt64) {
    let other = ~whiteSpace & window.known
    let upToLastOther = UInt64.max >> UInt64(other.leadingZeroBitCount)
    let hardKnown = hard & window.known
    let beforeHard = hardKnown & (0 &- hardKnown) &- 1
    places = starts & (upToLastOther &<< 1 | 1) & window.known & beforeHard & ~1
    isHard = hardKnown != 0
  }
}

extension BlockScanning {
  @inline(__always)
  func fill(_ pieces: PieceBuffer, _ text: TextCursor, from start: Int) -> Int {
    fill(pieces, text, from: start, .widest)
  }

  /// Finds pieces a window at a time.
  @inline(__always)
  func fill(_ pieces: PieceBuffer, _ text: TextCursor, from start: Int, _ tier: ByteMaskTier) -> Int {
    var count = 0
    var offset = start
    // A window has at most 63 starts, and one piece more may be walked.
    while count &+ 64 <= PieceBuffer.capacity, offset &+ ScanWindow.width <= text.end {
      let found = settledStarts(ScanWindow(text, offset, tier), text, offset)
      let base = offset
      var places = found.places
      if places != 0 { offset = base &+ 63 &- places.leadingZeroBitCount }
      while places != 0 {
        pieces[count] = base &+ places.trailingZeroBitCount
        count &+= 1
        places &= places &- 1
      }
      if found.isHard || offset == base {
        offset = pieceEnd(text, offset)
        pieces[count] = offset
        count &+= 1
      }
    }
    return fillByWalking(pieces, text, from: offset, holding: count)
  }
}

extension UInt64 {
  /// Every third number of a run after its first three: where `\p{N}{1,3}` begins anew.
  @inline(__always)
  static func startsInLongRuns(_ numbers: UInt64, _ runStarts: UInt64) -> UInt64 {
    let fourth = numbers & numbers &<< 1 & numbers &<< 2 & numbers &<< 3
    var starts: UInt64 = 0
    var next = runStarts &<< 3 & fourth
    while next != 0 {
      starts |= next
      next = next &<< 3 & fourth
    }
    return starts
  }

  /// The bits of `runs` from each bit of `from` to the end of its run. `from` lies in `runs`.
  @inline(__always)
  static func tails(_ runs: UInt64, _ from: UInt64) -> UInt64 {
    // Adding at the first such bit of a run carries to its end and clears it; at a later one it leaves a bit behind.
    runs & ~(runs &+ from) | from
  }
}
