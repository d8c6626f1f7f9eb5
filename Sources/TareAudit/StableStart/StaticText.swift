import TareModels
import TarePrompts
import TareText
import TareTokens

/// The text of a prompt around its first value that changes: what a cache could hold, and what it does hold.
struct StaticText {
  /// The first value that changes.
  let first: VolatileValue
  private let values: [VolatileValue]
  private let texts: [SentText]
  private let tokens: PromptTokens

  /// The static text of `document`, or `nil` where no request changes anything or all of it together is shorter than
  /// `minimum`; nothing is counted before it is asked for.
  init?(_ document: PromptDocument, _ tokens: PromptTokens, atLeast minimum: Int) {
    guard tokens.sent >= minimum else { return nil }
    values = VolatileValue.all(in: document)
    guard let first = values.first else { return nil }
    self.first = first
    // A description in front of the body is sent elsewhere.
    texts = document.sentTexts.filter { !document.embedded.isEmpty || document.bodyRange.contains($0.range) }
    self.tokens = tokens
  }

  /// The tokens in front of the first value, which every request shares.
  func countBefore() -> Int { count(texts[...], from: 0, to: first.range.start) }

  /// The tokens behind the first value without the other values, each stretch counted by itself.
  func countBehind() -> Int {
    var count = 0
    var start = first.range.end
    var rest = texts[...]
    for value in values where value.range.start >= start {
      rest = rest.drop { $0.range.end <= start }
      count += self.count(rest, from: start, to: value.range.start)
      start = value.range.end
    }
    return count + self.count(rest, from: start, to: .max)
  }

  /// The tokens of what `texts` send between two places of the file.
  private func count(_ texts: ArraySlice<SentText>, from start: Int, to end: Int) -> Int {
    texts.prefix { $0.range.start < end }.reduce(0) { sum, text in
      let lower = text.decoded.decodedLength(before: start)
      let upper = text.decoded.decodedLength(before: end)
      return sum + tokens.scale.modelTokens(tokens.tokenizer.count(text.utf8[lower..<max(lower, upper)]))
    }
  }
}
