import TareModels
import TareTokens

/// A prompt in a model's own tokens.
package struct PromptSize: Sendable, Hashable {
  let tokens: Int
  let stableTokens: Int

  static let nothing = PromptSize(tokens: 0, stableTokens: 0)

  private init(tokens: Int, stableTokens: Int) {
    self.tokens = tokens
    self.stableTokens = min(tokens, stableTokens)
  }

  /// A prompt that has `tokens` of the model, the first `stable` of them the same in every request.
  package init(_ tokens: Int, stable: Int) {
    self.init(tokens: max(tokens, 0), stableTokens: max(stable, 0))
  }

  /// Counts what `text` sends.
  init(_ text: PromptText, counting encoder: Tokenizer, scale: TokenScale) {
    var (sent, stable) = (0, 0)
    for part in text.parts {
      let count = encoder.count(part.utf8[...])
      sent += count
      stable += part.isAllStable ? count : encoder.count(part.stableBytes)
    }
    self.init(scale.modelTokens(sent), stable: scale.modelTokens(stable))
  }
}
