public import TareText

/// A stretch of a prompt file and what becomes of it when the prompt is sent.
public struct PromptSpan: Sendable, Hashable {
  /// What becomes of a stretch.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It is sent as it stands.
    case text
    /// Something else is sent for it, always the same: an escape, an encoded value.
    case escape
    /// A value is sent in its place, which the file does not know.
    case variable
    /// It steers the template, and nothing is sent for it.
    case control
    /// It is for those who read the file, and never sent.
    case comment
    /// It belongs to the file and not to the prompt: front matter, keys, quotes, indentation, white space that a
    /// template takes away.
    case structure
  }

  /// What becomes of it.
  public let kind: Kind
  /// Where it stands.
  public let range: SourceRange

  /// Whether its tokens are billed; what a variable costs, its value says.
  public var isSent: Bool { kind == .text || kind == .escape }
}
