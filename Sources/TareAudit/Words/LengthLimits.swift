import TarePrompts
import TareText

/// What a text says about how long an answer may be: "at most 50 words", "at least three sentences" in digits.
struct LengthLimits {
  /// One limit.
  struct Limit {
    let range: SourceRange
    let number: Int
    /// In the plural.
    let unit: String
    let isUpper: Bool
  }

  private(set) var found: [Limit] = []

  private static let upper = PhraseSearch(.mostPhrases)
  private static let lower = PhraseSearch(.leastPhrases)
  private static let units = Set(AuditWords.shared[.lengthUnits])

  init(_ text: ArraySlice<UInt8>) {
    for (search, isUpper) in [(Self.upper, true), (Self.lower, false)] {
      for match in search.matches(in: text, wholeWords: true) where !isDenied(match, in: text) {
        if let limit = limit(behind: match.range, in: text, isUpper) { found.append(limit) }
      }
    }
    found.sort { $0.range < $1.range }
  }

  /// Whether the word in front turns the phrase round: "never more than", and "no more than" holds "more than".
  private func isDenied(_ match: PhraseSearch.Match, in text: ArraySlice<UInt8>) -> Bool {
    let before = text[..<match.range.start].suffix(7).split(separator: 0x20).last
    return ["no", "not", "never"].contains(before.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? "")
  }

  /// The number and the unit that follow.
  private func limit(behind phrase: SourceRange, in text: ArraySlice<UInt8>, _ isUpper: Bool) -> Limit? {
    let words = text[phrase.end...].split(maxSplits: 2, omittingEmptySubsequences: true) { $0 == 0x20 }
    guard words.count >= 2, let number = Int(String(decoding: words[0], as: UTF8.self)) else { return nil }
    let word = words[1].prefix(while: \.isASCIILetter)
    let unit = String(decoding: word, as: UTF8.self).lowercased()
    guard Self.units.contains(unit) else { return nil }
    return Limit(
      range: SourceRange(phrase.start, word.endIndex), number: number, unit: unit.hasSuffix("s") ? unit : unit + "s",
      isUpper: isUpper)
  }
}
