public import TareTokens
public import TareUnicode

extension CutPlaces {
  /// Behind the sentences of `utf8` with their blanks, by the rules of Unicode's annex 29.
  ///
  /// - Throws: ``UnicodeDataError`` when ICU has no rules for sentences.
  /// - Complexity: O(*n*), at about 150 MB/s.
  public static func sentences(in utf8: Span<UInt8>) throws(UnicodeDataError) -> CutPlaces {
    .offsets(try SentenceBoundaries().sentences(in: utf8).map(\.upperBound))
  }
}
