/// Splits text into words and what stands between them, by the rules of Unicode's annex 29.
///
/// Thai, Lao, Khmer, Burmese, Chinese and Japanese, which put no blanks between words, are split by dictionary.
public struct WordBoundaries: Sendable {
  /// Splits by the root locale's rules, whatever the machine's locale is.
  ///
  /// - Throws: ``UnicodeDataError`` when ICU has no rules for it.
  public init() throws(UnicodeDataError) {
    _ = try BoundaryWalk(.words)
  }

  /// Every word and every stretch between words; together they cover the text exactly.
  ///
  /// - Complexity: O(*n*): about 70 MB/s where ICU is needed, several times that in ASCII.
  public func segments(in utf8: Span<UInt8>) -> [TextSegment] {
    var list: [TextSegment] = []
    var walk: BoundaryWalk?
    for piece in pieces(of: utf8, limit: BoundaryWalk.pieceLimit, cut: .afterLineFeed) {
      for stretch in WordStretch.all(of: utf8, in: piece) {
        if stretch.isASCII {
          list.appendASCII(utf8, stretch.range)
        } else {
          let opened = walk.take() ?? BoundaryWalk(openedBefore: .words)
          list.append(utf8, stretch.range, by: opened)
          walk = consume opened
        }
      }
    }
    return list
  }

  /// The UTF-8 offsets of the words alone.
  ///
  /// - Complexity: that of ``segments(in:)``.
  public func words(in utf8: Span<UInt8>) -> [Range<Int>] {
    segments(in: utf8).compactMap { $0.isWord ? $0.range : nil }
  }
}

/// A stretch of text between two neighbouring word boundaries.
public struct TextSegment: Sendable, Hashable {
  /// Its UTF-8 offsets.
  public let range: Range<Int>
  /// Whether it holds a letter, a digit, an ideograph or two low lines; blanks, punctuation and emoji are no words.
  public let isWord: Bool
}

extension [TextSegment] {
  fileprivate mutating func appendASCII(_ utf8: Span<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let segment = ASCIIWords.segment(of: utf8, from: start, to: range.upperBound)
      append(segment)
      start = segment.range.upperBound
    }
  }

  /// Package-wide so that a test can hold ``WordBoundaries`` against ICU alone.
  package mutating func appendByICU(_ utf8: Span<UInt8>, _ range: Range<Int>) {
    append(utf8, range, by: BoundaryWalk(openedBefore: .words))
  }

  fileprivate mutating func append(_ utf8: Span<UInt8>, _ range: Range<Int>, by walk: borrowing BoundaryWalk) {
    var start = range.lowerBound
    walk.forEachEnd(in: utf8, range) { end, isWord in
      append(TextSegment(range: start..<end, isWord: isWord))
      start = end
    }
  }
}
