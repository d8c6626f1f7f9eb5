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
    let (folded, words) = wordsByICU(utf8)
    return numbers(of: words, in: folded, &table)
  }

  /// The folded text and its words, whatever is in it.
  func wordsByICU(_ utf8: Span<UInt8>) -> (folded: [UInt8], words: [Range<Int>]) {
    let folded = withPlainMarks(folding.normalized(utf8))
    return (folded, boundaries.words(in: folded.span).flatMap { charactersApart($0, in: folded.span) })
  }

  private func numbers(of words: [Range<Int>], in folded: [UInt8], _ table: inout WordTable) -> [Int32] {
    let span = folded.span
    var numbers: [Int32] = []
    numbers.reserveCapacity(words.count)
    for word in words { numbers.append(Int32(truncatingIfNeeded: table.number(of: span.extracting(word)))) }
    return numbers
  }

  /// A word, or where it has Chinese characters, each of them and what stands between.
  ///
  /// What a dictionary takes for a word depends on what stands around it, and the pairs of characters, which are
  /// compared as well, tell as much.
  private func charactersApart(_ word: Range<Int>, in utf8: Span<UInt8>) -> [Range<Int>] {
    guard utf8[word.lowerBound] >= 0xE3 || utf8[word.upperBound - 1] >= 0x80 else { return [word] }
    var parts: [Range<Int>] = []
    var (start, offset) = (word.lowerBound, word.lowerBound)
    while offset < word.upperBound {
      let place = offset
      let scalar = nextScalar(of: utf8, at: &offset)
      guard 0x3400...0x4DBF ~= scalar || 0x4E00...0x9FFF ~= scalar else { continue }
      if start < place { parts.append(start..<place) }
      parts.append(place..<offset)
      start = offset
    }
    if start < word.upperBound { parts.append(start..<word.upperBound) }
    return parts
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
  init(ofWord word: Span<UInt8>) {
    guard !word.isEmpty else {
      self = .unknown
      return
    }
    if word[0] < 0x80 {
      self = 0x61...0x7A ~= word[0] ? .latin : .common
    } else {
      var offset = 0
      self = Unicode.Scalar(nextScalar(of: word, at: &offset)).map { Script(of: $0) } ?? .unknown
    }
  }
}
