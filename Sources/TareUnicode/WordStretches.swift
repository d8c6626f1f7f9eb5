/// A text in stretches that ``ASCIIWords`` can split and stretches that need ICU.
///
/// ```
/// The court of Łódź ruled that  …
/// ├ ASCII ─────┼ ICU ─┼ ASCII
///              └ a cut: a letter or digit behind a space
/// ```
/// At a cut no rule looks from one side to the other, so each side can be split alone.
struct WordStretch {
  var range: Range<Int>
  let isASCII: Bool

  /// Below this length it is quicker to let ICU run on than to stop and start it.
  static let shortestBetween = 64

  /// The stretches of `text` from `range`, in order, covering it.
  static func all(of text: Span<UInt8>, in range: Range<Int>) -> [WordStretch] {
    var list: [WordStretch] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let unit = unit(of: text, from: start, to: range.upperBound)
      list.extend(by: unit)
      start = unit.range.upperBound
    }
    return list
  }

  /// What stands between two neighbouring cuts.
  private static func unit(of text: Span<UInt8>, from start: Int, to end: Int) -> WordStretch {
    var isASCII = true
    var offset = start
    repeat {
      if needsICU(text[offset]) { isASCII = false }
      offset += 1
    } while offset < end && !isCut(text, at: offset)
    return WordStretch(range: start..<offset, isASCII: isASCII)
  }

  private static func isCut(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard text[offset - 1] == 0x20 else { return false }
    let next = ASCIIWordClass(text[offset])
    return next == .letter || next == .digit
  }

  /// ICU's versions differ about the colon and the commercial at between letters, so they are left to it.
  private static func needsICU(_ byte: UInt8) -> Bool { byte >= 0x80 || byte == 0x3A || byte == 0x40 }
}

extension [WordStretch] {
  fileprivate mutating func extend(by unit: WordStretch) {
    if !unit.isASCII, count > 1, last?.isASCII == true, self[count - 1].range.count < WordStretch.shortestBetween {
      removeLast()
      self[count - 1].range = self[count - 1].range.lowerBound..<unit.range.upperBound
    } else if last?.isASCII == unit.isASCII {
      self[count - 1].range = self[count - 1].range.lowerBound..<unit.range.upperBound
    } else {
      append(unit)
    }
  }
}
