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

/// A part of a prompt that reaches the model and is billed.
public struct SentText: Sendable, Hashable {
  /// Where it stands in the file.
  public let range: SourceRange
  /// The bytes that are sent, which for a YAML value are the decoded ones.
  public let utf8: [UInt8]
  /// When it is sent.
  public let loadClass: LoadClass
}
