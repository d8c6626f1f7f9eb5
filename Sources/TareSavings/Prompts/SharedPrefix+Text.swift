import TareModels
import TarePricing
import TareText
import TareTokens

extension SharedPrefix {
  /// Compares what two versions of a prompt send.
  ///
  /// A cache holds tokens, so the tokens are compared, not the bytes: text that is added behind a word can turn
  /// the word's last token into another one.
  init(before: PromptText, after: PromptText, counting encoder: Tokenizer, scale: TokenScale) {
    let (oldBytes, newBytes) = (before.sentBytes, after.sentBytes)
    let length = sharedLength(oldBytes, newBytes)
    if length == oldBytes.count, length == newBytes.count {
      self.init(tokens: PromptSize(after, counting: encoder, scale: scale).total, firstChange: nil, location: nil)
      return
    }
    let old = before.parts.flatMap { encoder.encode($0.utf8.span) }
    let new = after.parts.flatMap { encoder.encode($0.utf8.span) }
    let offset = after.offset(ofSentByte: length)
    self.init(
      tokens: scale.modelTokens(sharedLength(old, new)), firstChange: offset,
      location: after.source.location(of: offset))
  }
}

private func sharedLength<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
  zip(left, right).prefix { $0 == $1 }.count
}
