public import TareText

/// Why bytes are not the JSON that was expected, and where.
public struct JSONError: Error, Sendable, Hashable {
  /// What kind of mistake it is; callers branch on this, people read the description.
  public enum Code: Sendable, Hashable {
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// A byte that RFC 8259 does not allow where it stands.
    case unexpectedByte
    /// The bytes end inside a value.
    case unexpectedEnd
    /// Containers are nested deeper than ``JSONDocument/depthLimit``.
    case tooDeep
    /// The text is longer than ``JSONDocument/sizeLimit`` or has more values than ``JSONDocument/valueLimit``.
    case tooLarge
    /// Well-formed JSON of another shape than the reader of it needs.
    case unexpectedShape
  }

  /// What kind of mistake it is.
  public let code: Code
  /// The UTF-8 offset of the mistake.
  public let offset: Int
  /// The same place as line and column.
  public let location: SourceLocation
  /// What was found and what was expected, without the place.
  public let reason: String
}

extension JSONError: CustomStringConvertible {
  /// One sentence: line, column, what was found, what was expected.
  public var description: String {
    "line \(location.line), column \(location.column): \(reason)"
  }
}
