import TareModels
import TarePrompts
import TareText
import TareTokens

/// What edits of a file do to the number of tokens of what it sends.
///
/// Each text that is sent is counted by itself, as it is billed: an edit in what is not sent saves nothing, and an edit in
/// an escape saves what the escape stands for.
struct Recount {
  private let texts: [RecountedText]
  private let tokenizers: [Tokenizer]
  /// What turns counts of the first tokenizer into those of the model.
  private let scale: TokenScale
  /// Whether every tokenizer splits behind the newlines that are looked for.
  private let splitsAtLines: Bool

  /// A recount of what `document` sends.
  init(_ document: PromptDocument, _ tokenizers: [Tokenizer], scale: TokenScale = .identity) {
    self.init(document.sentTexts.map(\.decoded), tokenizers, scale: scale)
  }

  /// A recount of `texts`, which are in the order of the file.
  init(_ texts: [DecodedText], _ tokenizers: [Tokenizer], scale: TokenScale = .identity) {
    self.texts = texts.filter { !$0.pieces.isEmpty }.map(RecountedText.init)
    self.tokenizers = tokenizers
    self.scale = scale
    splitsAtLines = tokenizers.allSatisfy(\.encoding.splitsAtLines)
  }

  /// The tokens saved by all of `edits` together, for each tokenizer in turn and for the first in the unit of the model;
  /// negative where they add some.
  ///
  /// - Precondition: The edits are in order and do not overlap.
  /// - Complexity: O(*w*) in the bytes of the windows around the edits.
  func savings(of edits: [Edit]) -> [Int] {
    var savings = [Int](repeating: 0, count: tokenizers.count)
    visit(edits) { text, edits, window in
      let after = text.edited(window.range, edits[window.edits])
      for (index, tokenizer) in tokenizers.enumerated() {
        let before = text.utf8[window.range.start..<window.range.end]
        savings[index] += tokenizer.count(before) - tokenizer.count(after[...])
      }
    }
    if let first = savings.first { savings[0] = scale.modelTokens(first) }
    return savings
  }

  /// The bytes that ``savings(of:)`` would count for each tokenizer before and after.
  func cost(of edits: [Edit]) -> Int {
    var cost = 0
    visit(edits) { cost += $2.range.length }
    return cost
  }

  /// Calls `body` with each window that has to be counted, its text, and the edits of that text.
  private func visit(_ edits: [Edit], _ body: (RecountedText, [Edit], RecountedText.Window) -> Void) {
    guard let start = edits.first?.range.start, let end = edits.last?.range.end else { return }
    var rest = edits[...]
    for text in texts[firstText(endingAt: start)...] {
      if text.start > end { break }
      rest = rest.drop { $0.range.end < text.start }
      let own = text.edits(rest.prefix { $0.range.start <= text.end })
      for window in splitsAtLines ? text.windows(around: own) : text.wholeWindow(around: own) {
        body(text, own, window)
      }
    }
  }

  /// The first text that ends at `offset` or behind it.
  private func firstText(endingAt offset: Int) -> Int {
    var low = 0
    var high = texts.count
    while low < high {
      let middle = (low + high) / 2
      if texts[middle].end < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
