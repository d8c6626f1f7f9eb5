import TareModels
import TarePrompts
import TareText
import TareTokens

/// The start of a prompt that is the same in every request: as much of it as a cache can hold.
struct StableStart {
  /// Its tokens.
  let tokens: Int
  private let end: Int
  private let recount: Recount

  init(_ document: PromptDocument, _ tokens: PromptTokens) {
    let offset = document.firstVolatileOffset
    let body = document.bodyRange
    end = max(offset ?? body.end, body.start)
    recount = Recount(document.source, body: SourceRange(body.start, end), [tokens.tokenizer], scale: tokens.scale)
    self.tokens =
      offset == nil
      ? tokens.sent
      : tokens.scale.modelTokens(
        document.sentTexts.reduce(0) {
          $0 + tokens.tokenizer.count($1.utf8[..<$1.stableLength(before: offset)])
        })
  }

  /// The tokens of it that `edits` of the whole prompt save.
  func savings(of edits: [Edit]) -> Int {
    recount.savings(of: edits.filter { $0.range.end <= end }).first ?? 0
  }
}
