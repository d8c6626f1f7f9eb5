public import TareJSON

/// A piece of what a message says.
public struct MessagePart: Sendable {
  /// What the piece is, as far as counting needs to know.
  public enum Kind: Sendable, Hashable {
    /// Text; the value is the string.
    case text
    /// A picture; the value is the whole part.
    case image(MessageImage)
    /// JSON that a tool returned; the value is all of it.
    case json
    /// What the provider made and takes back only unchanged: reasoning, signatures, encrypted or redacted data, results
    /// of its own tools. The value is the whole part, or the string of a signature.
    case sealed(type: String)
    /// Sound, a file, or a part of a later version of the format, by the type it names; the value is the whole part.
    case other(type: String)
  }

  /// Where the piece comes from.
  public enum Origin: Sendable, Hashable {
    /// Whoever the role names.
    case speaker
    /// A tool, whose result the message carries.
    case toolResult
  }

  /// What the piece is.
  public let kind: Kind
  /// Where it stands in the payload.
  public let value: JSONValue
  /// Where it comes from.
  public let origin: Origin
  /// Whether the text may not be shortened, because something beside it, such as a signature or annotations that count
  /// its letters, speaks of it as it is.
  public let isFixed: Bool

  init(kind: Kind, value: JSONValue, origin: Origin = .speaker, isFixed: Bool = false) {
    self.kind = kind
    self.value = value
    self.origin = origin
    self.isFixed = isFixed
  }

  /// The text of a text part; `nil` for any other.
  public var text: String? { kind == .text ? value.string : nil }
}
