/// A prompt that is part of each request of a scenario, as somebody counted it.
public struct CountedPrompt: Sendable, Hashable {
  /// Where it stands.
  public let path: String
  /// Its tokens, in the words of the model that they were counted for.
  public let tokens: Int
  /// How they were come by: exact, or with what doubt.
  public let basis: String

  /// A prompt of so many tokens.
  public init(path: String, tokens: Int, basis: String) {
    (self.path, self.tokens, self.basis) = (path, tokens, basis)
  }
}
