/// A token that is looked for in a text before the text is divided: one of the `added_tokens` of a `tokenizer.json`, or
/// a special token of another source.
package struct AddedToken: Sendable, Hashable {
  /// What Hugging Face's tokenizers do with it, in the words of this project; see ``AddedTokenSearch``.
  package struct Options: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    /// It stands for a control mark: in a user's text its name is text.
    package static let special = Options(rawValue: 1)
    /// It is looked for in the text as the normalizer leaves it, and not in the text as it came.
    package static let normalized = Options(rawValue: 2)
    /// It takes the white space before it (`lstrip`).
    package static let takesSpaceBefore = Options(rawValue: 4)
    /// It takes the white space behind it (`rstrip`).
    package static let takesSpaceBehind = Options(rawValue: 8)
    /// It is found only where no word goes on before or behind it (`single_word`).
    package static let wholeWord = Options(rawValue: 16)
  }

  /// How it is written.
  package let text: String
  /// Its id.
  package let id: TokenID
  package let options: Options

  package init(text: String, id: TokenID, options: Options) {
    self.text = text
    self.id = id
    self.options = options
  }

  /// A control mark that is found as it is written.
  package init(_ token: SpecialToken) {
    self.init(text: token.text, id: token.id, options: .special)
  }
}

extension SpecialToken {
  /// The added token as a control mark; `nil` for one that is part of the vocabulary of text.
  init?(_ token: AddedToken) {
    guard token.options.contains(.special) else { return nil }
    self.init(text: token.text, id: token.id)
  }
}
