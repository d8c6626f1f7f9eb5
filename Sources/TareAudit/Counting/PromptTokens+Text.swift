import TareModels
import TareTokens

extension PromptTokens {
  /// The tokens of `text`, which need not stand in the prompt.
  func count(_ text: ArraySlice<UInt8>) -> Int { scale.modelTokens(tokenizer.count(text)) }
}
