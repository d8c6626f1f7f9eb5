import TareText
import TareTokens

extension SharedPrefix {
  /// Compares two versions of a text.
  ///
  /// A cache holds tokens, so the tokens are compared, not the bytes: text that is added behind a word can turn
  /// the word's last token into another one.
  init(before: SourceText, after: SourceText, counting tokenizer: ModelTokenizer) {
    let length = sharedLength(before.utf8, after.utf8)
    if length == before.utf8.count, length == after.utf8.count {
      self.init(tokens: tokenizer.count(after.utf8[...]).tokens, firstChange: nil, location: nil)
      return
    }
    let encoder = Tokenizer(tokenizer.encoding)
    let old = encoder.encode(before.utf8.span)
    let new = encoder.encode(after.utf8.span)
    self.init(
      tokens: tokenizer.modelTokens(sharedLength(old, new)), firstChange: length, location: after.location(of: length))
  }
}

private func sharedLength<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
  zip(left, right).prefix { $0 == $1 }.count
}
