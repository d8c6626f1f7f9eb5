/// A pre-tokenizer whose pattern can be read off the class masks of a window.
///
/// A window begins where a piece begins, or inside a word where that makes no difference, so nothing to its left
/// matters, and every rule asks for neighbours that a shift brings side by side. What a window cannot settle, because it depends on what lies behind it or
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
  /// What words are made of.
  let word: UInt64

  /// - Parameters:
  ///   - starts: Starts as the rules see them.
  ///   - word: What words are made of.
  ///   - whiteSpace: White space whose last run is not settled if it touches the window's end.
  ///   - hard: Places that no rule reaches beyond.
  @inline(__always)
  init(_ starts: UInt64, _ window: ScanWindow, word: UInt64, whiteSpace: UInt64, hard: UInt64) {
    let other = ~whiteSpace & window.known
    let upToLastOther = UInt64.max >> UInt64(other.leadingZeroBitCount)
    let hardKnown = hard & window.known
    let beforeHard = hardKnown & (0 &- hardKnown) &- 1
    places = starts & (upToLastOther &<< 1 | 1) & window.known & beforeHard & ~1
    isHard = hardKnown != 0
    self.word = word
  }

  /// Where the next window may begin inside the word that fills this one from `last` to its end, or `last`.
  ///
  /// A word goes on from its last lower case letter, or from its last caseless one if it has none, exactly as a word
  /// that begins there would: the letters before it leave no choice open that the letter itself does not.
  @inline(__always)
  func resumption(_ last: Int, _ window: ScanWindow) -> Int {
    Self.resumption(last, window.known, word, window.lower & window.lead, window.caseless & window.lead)
  }

  @inline(never)
  private static func resumption(
    _ last: Int, _ known: UInt64, _ word: UInt64, _ lower: UInt64, _ caseless: UInt64
  ) -> Int {
    let behind = known & .max &<< UInt64(last)
    let rest = word & behind
    let beforeRest = rest & (0 &- rest) &- 1
    guard rest != 0, behind & ~rest & ~beforeRest == 0 else { return last }
    let anchors = lower & behind != 0 ? lower & behind : caseless & behind
    return anchors == 0 ? last : 63 &- anchors.leadingZeroBitCount
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
      let window = ScanWindow(text, offset, tier)
      let found = settledStarts(window, text, offset)
      var next = found.places == 0 ? 0 : 63 &- found.places.leadingZeroBitCount
      count = pieces.add(found.places, from: offset, behind: count, tier)
      // Looking at a few bytes again costs less than asking whether that could be saved.
      if next < 48, !found.isHard { next = found.resumption(next, window) }
      offset &+= next
      if found.isHard || next == 0 {
        offset = pieceEnd(text, offset)
        pieces[count] = offset
        count &+= 1
      }
    }
    guard count &+ 64 <= PieceBuffer.capacity else { return count }
    return fillTail(pieces, text, from: offset, holding: count, tier)
  }

  /// Finds the pieces of a text's last bytes, which are not enough for a window of their own.
  @inline(never)
  private func fillTail(
    _ pieces: PieceBuffer, _ text: TextCursor, from start: Int, holding count: Int, _ tier: ByteMaskTier
  ) -> Int {
    guard text.end &- start >= 16 else { return fillByWalking(pieces, text, from: start, holding: count) }
    let places = settledStarts(ScanWindow(tailOf: text, start, tier), text, start).places
    let found = pieces.add(places, from: start, behind: count, tier)
    return fillByWalking(pieces, text, from: found > count ? pieces[found &- 1] : start, holding: found)
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
