internal import TareTokens

/// How much a word tells before any text is seen, judged by the tokenizer's vocabulary.
///
/// Merge ranks are in the order in which pairs were merged, frequent ones first, so the rank of a word's rarest
/// token stands for its rarity in the text the vocabulary was trained on; a word in many tokens is rarer still.
struct WordInformation: Sendable {
  private let tokenizer: Tokenizer

  /// About what a word of one token from the end of a large vocabulary has, so that it has 1.
  private static let scale = 12.2

  init(_ tokenizer: Tokenizer) {
    self.tokenizer = tokenizer
  }

  /// The information in a word, about 0.4 to 2.
  func callAsFunction(_ word: ArraySlice<UInt8>) -> Double {
    let spaced = [0x20] + word
    let tokens = tokenizer.encode(spaced.span)
    guard let rarest = tokens.max() else { return 1 }
    return (logarithm(Double(rarest) + 100) + Double(tokens.count - 1)) / Self.scale
  }
}
