extension O200kPreTokenizer: BlockScanning {
  @inline(__always)
  func settledStarts(_ window: ScanWindow, _ text: TextCursor, _ base: Int) -> SettledStarts {
    let uncased = window.caseless | window.mark
    let word = window.upper | window.lower | uncased
    // `[\r\n/]*` behind symbols, from the newline on: a slash before it is a symbol itself.
    let tail = UInt64.tails(window.newline | window.slash, window.newline & window.symbol &<< 1)
    let white = WhiteSpaceMasks(window, taken: tail)
    let symbol = window.symbol & ~tail
    // A run of symbols takes a blank before it; without one, a single symbol goes with the word behind it.
    let symbolStarts = symbol & ~(symbol &<< 1) & ~(window.blank &<< 1)
    let laterBytes = symbol & ~window.lead
    let behindSingle = (laterBytes &+ symbolStarts &<< 1) & ~laterBytes
    let wordStarts = word & ~(word &<< 1) & ~behindSingle & ~(white.spaces &<< 1)
    let numberStarts = window.number & ~(window.number &<< 1)
    var starts = white.starts | symbolStarts | wordStarts | numberStarts | window.upper & window.lower &<< 1
    starts |= UInt64.startsInLongRuns(window.number, numberStarts)
    // Left to the walk: marks that are not part of a word, and capitals behind letters without case, where the place
    // of the end depends on whether a lower case letter follows.
    var hard = window.hard | window.mark & window.lead & ~(word &<< 1) | window.upper & uncased &<< 1
    let apostrophes = window.apostrophe & symbol & word &<< 1
    if apostrophes != 0 { joinContractions(apostrophes, &starts, &hard, window.mark, text, base) }
    return SettledStarts(starts, window, word: word, whiteSpace: white.runs, hard: hard)
  }

  /// A contraction is part of the word before it.
  @inline(never)
  private func joinContractions(
    _ apostrophes: UInt64, _ starts: inout UInt64, _ hard: inout UInt64, _ mark: UInt64, _ text: TextCursor, _ base: Int
  ) {
    var pending = apostrophes
    var lastEnd = -1
    while pending != 0 {
      let index = pending.trailingZeroBitCount
      pending &= pending &- 1
      // Directly behind a contraction a piece begins, so that this apostrophe has no word before it.
      guard index != lastEnd else { continue }
      let length = contractionLength(text, base &+ index)
      guard length > 0 else { continue }
      lastEnd = index &+ length
      let behind: UInt64 = 1 << UInt64(lastEnd)
      starts = starts & ~(behind &- 1 &<< UInt64(index)) | behind
      hard |= mark & behind
    }
  }
}
