extension Cl100kPreTokenizer: BlockScanning {
  @inline(__always)
  func settledStarts(_ window: ScanWindow, _ text: TextCursor, _ base: Int) -> SettledStarts {
    let letter = window.upper | window.lower | window.caseless
    // `[\r\n]*` behind symbols. Marks are symbols here.
    let anySymbol = window.symbol | window.mark
    let tail = UInt64.tails(window.newline, window.newline & anySymbol &<< 1)
    let white = WhiteSpaceMasks(window, taken: tail)
    // A run of symbols takes a blank before it; without one, a single symbol goes with the letters behind it.
    let symbolStarts = anySymbol & ~(anySymbol &<< 1) & ~(window.blank &<< 1)
    let laterBytes = anySymbol & ~window.lead
    let behindSingle = (laterBytes &+ symbolStarts &<< 1) & ~laterBytes
    let letterStarts = letter & ~(letter &<< 1) & ~behindSingle & ~(white.spaces &<< 1)
    let numberStarts = window.number & ~(window.number &<< 1)
    var starts = white.starts | symbolStarts | letterStarts | numberStarts
    starts |= UInt64.startsInLongRuns(window.number, numberStarts)
    let apostrophes = window.apostrophe & symbolStarts & letter &>> 1
    if apostrophes != 0 { cutContractions(apostrophes, &starts, text, base) }
    return SettledStarts(starts, window, word: letter, whiteSpace: white.runs, hard: window.hard)
  }

  /// A contraction is a piece of its own, whatever letters follow.
  @inline(never)
  private func cutContractions(_ apostrophes: UInt64, _ starts: inout UInt64, _ text: TextCursor, _ base: Int) {
    var pending = apostrophes
    while pending != 0 {
      let index = pending.trailingZeroBitCount
      pending &= pending &- 1
      let length = contractionLength(text, base &+ index)
      if length > 0 { starts |= 1 << UInt64(index &+ length) }
    }
  }
}
