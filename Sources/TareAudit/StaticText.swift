import TarePrompts
import TareText

/// The text of a prompt around its first value that changes: what a cache could hold, and what it does hold.
struct StaticText {
  /// The first value that changes.
  let first: VolatileValue
  /// The tokens in front of it, which every request shares.
  let before: Int
  /// The tokens behind it without the other values, each stretch counted by itself.
  let behind: Int

  /// The static text of `document`, or `nil` where no request changes anything.
  init?(_ document: PromptDocument, _ tokens: PromptTokens) {
    let values = VolatileValue.all(in: document)
    guard let first = values.first else { return nil }
    self.first = first
    before = tokens.count(in: SourceRange(document.bodyRange.start, max(document.bodyRange.start, first.range.start)))
    var count = 0
    var start = first.range.end
    for value in values where value.range.start >= start {
      count += tokens.count(in: SourceRange(start, value.range.start))
      start = value.range.end
    }
    behind = count + tokens.count(in: SourceRange(start, max(start, document.bodyRange.end)))
  }
}
