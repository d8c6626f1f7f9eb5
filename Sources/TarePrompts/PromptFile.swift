public import TareText

/// A prompt as it lies on disk: the name it goes by and its text.
public struct PromptFile: Sendable, Hashable {
  /// The path as it was given; it decides the format and is never opened here.
  public let path: String
  /// The text, byte for byte.
  public let source: SourceText

  /// A prompt of that name and text.
  public init(path: String, source: SourceText) {
    self.path = path
    self.source = source
  }
}
