import TareText
import TareUnicode

extension RulePage {
  /// A rule of the user's own that took too long.
  public static let patternRanOut = RulePage(
    code: "TARE010", name: "pattern-ran-out",
    summary: "The pattern of a rule of your own used more time or memory than a rule may, or matched too often.",
    rationale: """
      Some expressions take a time that doubles with each letter of a text. A search ends after a second of processor \
      time, so that no pattern can hold up a build; what it had found until then is reported.
      """,
    severity: .error)
}

extension Finding {
  /// The pattern of the rule with that page was not searched for to the end.
  static func patternRanOut(_ page: RulePage, _ limit: SearchResult.Limit, in source: SourceText) -> Finding {
    let place = SourceRange(source.byteOrderMarkLength, source.byteOrderMarkLength)
    return Finding(.patternRanOut, .ranOut(page.code, limit), at: place)
  }
}

extension Finding.Message {
  fileprivate static func ranOut(_ code: String, _ limit: SearchResult.Limit) -> Self {
    switch limit {
    case .time: "the pattern of \(code) took more than a second here and was given up"
    case .stack: "the pattern of \(code) needs more memory than it may have here and was given up"
    case .matches: "the pattern of \(code) matches more often here than is reported"
    }
  }
}
