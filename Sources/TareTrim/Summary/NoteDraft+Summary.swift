extension NoteDraft {
  /// What stands before a summary.
  static let summaryLabel = "Summary: "

  /// Adds a summary, or as much of its beginning as fits with … behind it; adds nothing where not even a word does.
  ///
  /// - Returns: How much of the summary stands there.
  /// - Complexity: O(*n* log *n*) in the length of the summary.
  mutating func addSummary(_ summary: String) -> String? {
    if add(Self.summaryLabel + summary) { return summary }
    let start = self
    let ends = Array(summary.indices)
    // The longest beginning that is seen to fit: longer texts have more tokens, but for one or two at the end.
    var (fits, isOver) = (0, ends.count)
    while isOver - fits > 1 {
      let middle = (fits + isOver) / 2
      var tried = start
      if tried.add(Self.summaryLabel + summary[..<ends[middle]] + Self.cutMark) {
        fits = middle
      } else {
        isOver = middle
      }
    }
    for end in [wordEnd(before: fits, in: summary, ends), fits] where end > 0 {
      let beginning = summary[..<ends[end]] + Self.cutMark
      if add(Self.summaryLabel + beginning) { return String(beginning) }
    }
    return nil
  }

  private static let cutMark = " …"

  /// The end of the last whole word; `place` where words are not written apart or the last is very long.
  private func wordEnd(before place: Int, in text: String, _ ends: [String.Index]) -> Int {
    let nearest = max(0, place - 40)
    return (nearest..<max(nearest, place)).last { text[ends[$0]].isWhitespace } ?? place
  }
}
