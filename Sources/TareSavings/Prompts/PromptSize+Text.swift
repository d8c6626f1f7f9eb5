import TareModels
import TarePricing
import TareTokens

extension PromptSize {
  /// What is not there.
  static let nothing = PromptSize(0, stable: 0)

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
