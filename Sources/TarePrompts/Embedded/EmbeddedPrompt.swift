public import TareText

/// A prompt that is a value of a file, read as a document of its own.
///
/// Rules look at ``document`` as they look at any other; what they find there stands in the file where
/// ``sourceRange(of:)`` says.
public struct EmbeddedPrompt: Sendable {
  /// Who says it, where the file tells.
  public let role: PromptRole?
  /// The decoded text, read.
  public let document: PromptDocument
  /// Where the value stands in the file, quotes included.
  public let range: SourceRange
  /// Where each byte of the decoded text stands in the file.
  public let decoded: DecodedText
  /// How the value is written.
  let notation: ValueNotation

  /// Where `range` of the document stands in the file.
  ///
  /// - Complexity: O(log *p*) in the pieces of the value.
  public func sourceRange(of range: SourceRange) -> SourceRange { decoded.sourceRange(of: range) }
}

extension EmbeddedPrompt {
  /// The prompt in `value`; `nil` where what it decodes to is no text.
  init?(_ value: PromptValue, path: String) {
    guard let source = try? SourceText(value.decoded.utf8) else { return nil }
    self.init(
      role: value.role, document: PromptDocument(embedded: source, path: path, value.language), range: value.range,
      decoded: value.decoded, notation: value.notation)
  }

  /// What the prompt sends, placed in the file.
  func sentText(loadClass: LoadClass) -> SentText? {
    guard let text = document.sentTexts.first else { return nil }
    return SentText(range: range, decoded: text.decoded.written(in: decoded), loadClass: loadClass, role: role)
  }

  // MARK: Facts, placed in the file

  var placeholders: [Placeholder] {
    document.placeholders.map {
      Placeholder(syntax: $0.syntax, name: $0.name, range: sourceRange(of: $0.range), isInCode: $0.isInCode)
    }
  }

  var variables: [TemplateVariable] {
    document.variables.map { TemplateVariable(name: $0.name, range: sourceRange(of: $0.range)) }
  }

  var references: [PromptReference] {
    document.references.map {
      PromptReference(kind: $0.kind, target: $0.target, range: sourceRange(of: $0.range))
    }
  }

  var unreadStructure: UnreadStructure? {
    document.unreadStructure.map { UnreadStructure(reason: $0.reason, range: sourceRange(of: $0.range)) }
  }
}
