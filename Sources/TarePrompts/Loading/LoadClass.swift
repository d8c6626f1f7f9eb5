public import TareText

/// When a text is sent, which decides how often its tokens are paid for.
public enum LoadClass: String, Sendable, Hashable, CaseIterable {
  /// With every request.
  case always
  /// With the requests that use it: a skill that was called, a rule whose file pattern matched.
  case perUse
  /// Only when the model asks to read it.
  case onDemand
}

/// A part of a prompt that reaches the model and is billed: a message, a description, or all there is.
public struct SentText: Sendable, Hashable {
  /// Where it stands in the file.
  public let range: SourceRange
  /// What is sent, and where each byte of it stands: without comments and statements of a template, and with the
  /// values of YAML and JSON decoded. A variable is in it as it is written.
  public let decoded: DecodedText
  /// When it is sent.
  public let loadClass: LoadClass
  /// Who says it, where the file tells.
  public let role: PromptRole?

  init(range: SourceRange, decoded: DecodedText, loadClass: LoadClass, role: PromptRole? = nil) {
    self.range = range
    self.decoded = decoded
    self.loadClass = loadClass
    self.role = role
  }

  /// The bytes that are sent.
  public var utf8: [UInt8] { decoded.utf8 }
}
