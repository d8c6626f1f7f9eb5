import TarePrompts
import TareText

/// The text of a prompt around its first value that changes: what a cache could hold, and what it does hold.
struct StaticText {
  /// The first value that changes.
  let first: VolatileValue
  private let values: [VolatileValue]
  private let body: SourceRange
  private let tokens: PromptTokens

  /// The static text of `document`, or `nil` where no request changes anything or all of it together is shorter than
  /// `minimum`; nothing is counted before it is asked for.
  init?(_ document: PromptDocument, _ tokens: PromptTokens, atLeast minimum: Int) {
    guard tokens.sent >= minimum else { return nil }
    values = VolatileValue.all(in: document)
    guard let first = values.first else { return nil }
    self.first = first
    body = document.bodyRange
    self.tokens = tokens
  }

  /// The tokens in front of the first value, which every request shares.
  func countBefore() -> Int { tokens.count(in: SourceRange(body.start, max(body.start, first.range.start))) }

  /// The tokens behind the first value without the other values, each stretch counted by itself.
  func countBehind() -> Int {
    var count = 0
    var start = first.range.end
    for value in values where value.range.start >= start {
      count += tokens.count(in: SourceRange(start, value.range.start))
      start = value.range.end
    }
    return count + tokens.count(in: SourceRange(start, max(start, body.end)))
  }
}
