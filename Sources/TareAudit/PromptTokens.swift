public import TarePrompts
public import TareText
public import TareTokens

/// The tokens of one prompt in one encoding.
public struct PromptTokens: Sendable {
  /// What counts.
  public let tokenizer: Tokenizer
  /// The tokens of everything that is sent, whenever it is sent.
  public let sent: Int
  private let source: SourceText

  /// Counts what `document` sends.
  ///
  /// - Complexity: O(*n*) in bytes.
  public init(_ document: PromptDocument, _ tokenizer: Tokenizer) {
    self.tokenizer = tokenizer
    source = document.source
    sent = document.sentTexts.reduce(0) { $0 + tokenizer.count($1.utf8[...]) }
  }

  /// The tokens of the text in `range`, counted by itself.
  public func count(in range: SourceRange) -> Int { tokenizer.count(source.bytes(in: range)) }
}
