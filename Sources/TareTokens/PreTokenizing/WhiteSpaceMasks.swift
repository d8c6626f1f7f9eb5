/// Where pieces begin in white space; the same for all patterns that know `\s*[\r\n]+` and `\s+(?!\S)`.
///
/// ```
/// run        · · ⏎ · ⏎ · · ·      other
/// starts     |         |   |
/// ```
/// A run is a piece up to its last newline, another up to its last scalar, and the last is left for what follows.
struct WhiteSpaceMasks {
  /// White space in runs of its own: without the newlines that belong to symbols before them.
  let runs: UInt64
  /// The part of `runs` that is not newlines.
  let spaces: UInt64
  let starts: UInt64

  /// - Parameter taken: Newlines that belong to symbols before them.
  @inline(__always)
  init(_ window: ScanWindow, taken: UInt64) {
    let newlines = window.newline & ~taken
    runs = window.whiteSpace & ~taken
    spaces = runs & ~newlines
    let runStarts = runs & ~(runs &<< 1)
    let lasts = spaces & ~(runs &>> 1)
    starts =
      runStarts | Self.behindLastNewlines(spaces, newlines) | lasts & window.lead
      | Self.firstBytes(lasts & ~window.lead, window.lead)
  }

  /// The spaces behind the last newline of each run.
  @inline(__always)
  private static func behindLastNewlines(_ spaces: UInt64, _ newlines: UInt64) -> UInt64 {
    var behind = spaces & newlines &<< 1
    // Adding at the first space of a run carries to the place behind it.
    var notLast = (spaces &+ behind) & ~spaces & newlines
    while notLast != 0 {
      let before = notLast & (0 &- notLast) &- 1
      behind &= ~(1 &<< UInt64(63 &- (behind & before).leadingZeroBitCount))
      notLast &= notLast &- 1
    }
    return behind
  }

  /// The first bytes of white space of two or three bytes, from the last ones.
  @inline(__always)
  private static func firstBytes(_ lasts: UInt64, _ lead: UInt64) -> UInt64 {
    let seconds = lasts &>> 1
    return seconds & lead | (seconds & ~lead) &>> 1
  }
}
