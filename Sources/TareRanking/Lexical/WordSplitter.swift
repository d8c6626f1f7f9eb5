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
    let utf8 = text.utf8Span.span
    if let common = CommonWords(utf8) { return numbers(of: common.words, in: common.folded, &table) }
    let folded = withPlainMarks(folding.normalized(utf8))
    return numbers(of: boundaries.words(in: folded.span), in: folded, &table)
  }

  private func numbers(of words: [Range<Int>], in folded: [UInt8], _ table: inout WordTable) -> [Int32] {
    let span = folded.span
    var numbers: [Int32] = []
    numbers.reserveCapacity(words.count)
    for word in words { numbers.append(Int32(truncatingIfNeeded: table.number(of: span.extracting(word)))) }
    return numbers
  }

  /// The text with the apostrophe of typists for that of typesetters, so that `don’t` is `don't`, and without the dot
  /// that folding leaves above the `i` of a Turkish capital.
  private func withPlainMarks(_ utf8: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    while index + 2 < utf8.count {
      if utf8[index] == 0xE2, utf8[index + 1] == 0x80, utf8[index + 2] == 0x99 {
        result += utf8[copied..<index]
        result.append(0x27)
        index += 3
        copied = index
      } else if utf8[index] == 0x69, utf8[index + 1] == 0xCC, utf8[index + 2] == 0x87 {
        result += utf8[copied...index]
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
    guard let first = word.first, first >= 0x80, case .scalarValue(let scalar) = decoder.decode(&bytes) else {
      self = word.first.map { 0x61...0x7A ~= $0 } == true ? .latin : word.isEmpty ? .unknown : .common
      return
    }
    self.init(of: scalar)
  }
}
