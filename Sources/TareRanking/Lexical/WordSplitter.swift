internal import TareUnicode

/// Folds a text and numbers its words.
struct WordSplitter: Sendable {
  private let folding: Normalizer
  private let boundaries: WordBoundaries

  init() throws(UnicodeDataError) {
    folding = try Normalizer(.nfkcCasefold)
    boundaries = try WordBoundaries()
  }

  /// The number of each word of a text, in order.
  func forms(of text: String, in table: inout WordTable) -> [Int32] {
    let folded = folded(text.utf8Span.span)
    return boundaries.words(in: folded.span).map {
      Int32(truncatingIfNeeded: table.number(of: folded.span.extracting($0)))
    }
  }

  private func folded(_ utf8: Span<UInt8>) -> [UInt8] {
    foldedASCII(utf8) ?? withStraightApostrophes(folding.normalized(utf8))
  }

  /// The text in lower case, or `nil` if it is not ASCII alone, which is told where it stops being so.
  private func foldedASCII(_ utf8: Span<UInt8>) -> [UInt8]? {
    var folded: [UInt8] = []
    folded.reserveCapacity(utf8.count)
    for index in utf8.indices {
      let byte = utf8[index]
      guard byte < 0x80 else { return nil }
      folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return folded
  }

  /// The apostrophe of typesetters is the one of typists, so that `don’t` is `don't`.
  private func withStraightApostrophes(_ utf8: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    while index + 2 < utf8.count {
      if utf8[index] == 0xE2, utf8[index + 1] == 0x80, utf8[index + 2] == 0x99 {
        result += utf8[copied..<index]
        result.append(0x27)
        index += 3
        copied = index
      } else {
        index += 1
      }
    }
    return copied == 0 ? utf8 : result + utf8[copied...]
  }
}

extension Script {
  /// The script of the first character.
  init(ofWord word: ArraySlice<UInt8>) {
    var decoder = UTF8()
    var bytes = word.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else {
      self = .unknown
      return
    }
    self.init(of: scalar)
  }
}
