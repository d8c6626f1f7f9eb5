/// A token that stands for a control mark, such as the end of a document.
public struct SpecialToken: Sendable, Hashable {
  /// How the mark is written, such as `<|endoftext|>`.
  public let text: String
  /// Its id, outside the ids of ordinary tokens.
  public let id: TokenID

  /// A mark and its id.
  public init(text: String, id: TokenID) {
    self.text = text
    self.id = id
  }
}

/// What becomes of a special token's name that stands in a text.
public enum SpecialTokenPolicy: Sendable, Hashable {
  /// It is text like any other. This is the default everywhere: providers encode what users write as text, and a
  /// control mark forged by a user would be both a wrong bill and an injection.
  case text
  /// It becomes the control token, as in a template that was written with them on purpose.
  case control
}
