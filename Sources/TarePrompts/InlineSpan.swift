public import TareText

/// A stretch of a line that is more than text.
public struct InlineSpan: Sendable, Hashable {
  /// What the stretch is.
  public enum Kind: Sendable, Hashable {
    /// A link and where it leads.
    case link(destination: String)
    /// An image and where it lies.
    case image(destination: String)
    /// Code, back-ticks included.
    case code
  }

  /// What the stretch is.
  public let kind: Kind
  /// Where its text stands.
  public let range: SourceRange
}
