import TareText
import TareTokens

/// A prompt in a model's own tokens.
struct PromptSize: Sendable, Hashable {
  let tokens: Int
  let stableTokens: Int

  static let nothing = PromptSize(tokens: 0, stableTokens: 0)

  init(tokens: Int, stableTokens: Int) {
    self.tokens = tokens
    self.stableTokens = min(tokens, stableTokens)
  }

  init(_ text: PromptText, counting tokenizer: ModelTokenizer) {
    let tokens = tokenizer.count(text.source.utf8[...]).tokens
    let isAllStable = text.stableLength == text.source.utf8.count
    self.init(tokens: tokens, stableTokens: isAllStable ? tokens : tokenizer.count(text.stableBytes).tokens)
  }
}
