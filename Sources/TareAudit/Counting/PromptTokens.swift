import TareModels
import TarePrompts
public import TareText
public import TareTokens

/// The tokens of one prompt, all in one unit: those of the model that is counted for.
public struct PromptTokens: Sendable {
  /// What counts.
  public let tokenizer: Tokenizer
  /// What turns its counts into those of the model.
  let scale: TokenScale
  /// The tokens of everything that is sent, whenever it is sent.
  public let sent: Int
  /// The prompt as it stood before, where there is something to compare with.
  public private(set) var base: BasePrompt?
  private let source: SourceText

  /// Counts what `document` sends.
  ///
  /// - Complexity: O(*n*) in bytes.
  init(_ document: PromptDocument, _ tokenizer: Tokenizer, scale: TokenScale = .identity) {
    self.tokenizer = tokenizer
    self.scale = scale
    source = document.source
    sent = scale.modelTokens(document.sentTexts.reduce(0) { $0 + tokenizer.count($1.utf8[...]) })
  }

  /// The same counts, beside what `base` was.
  func compared(with base: PromptDocument?, of document: PromptDocument) -> PromptTokens {
    var compared = self
    compared.base = base.map { BasePrompt($0, now: document, self) }
    return compared
  }

  /// The tokens of one of the texts that are sent.
  func count(_ text: SentText) -> Int { scale.modelTokens(tokenizer.count(text.utf8[...])) }

  /// The tokens of the text in `range`, counted by itself.
  public func count(in range: SourceRange) -> Int {
    scale.modelTokens(tokenizer.count(source.bytes(in: range)))
  }
}
