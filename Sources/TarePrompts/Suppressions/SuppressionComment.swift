public import TareText

/// A comment in a prompt file that asks for findings to be let be.
///
/// ```
/// <!-- tare:ignore DUP001, duplicate-block until 2027-01-31 -- both lists are compared on purpose -->
///           └scope┘└──── rules ──────────┘       └─ last day ┘    └──────────── reason ──────────┘
/// ```
public struct SuppressionComment: Sendable, Hashable {
  /// What a comment is about.
  public enum Scope: String, Sendable, Hashable, CaseIterable {
    /// The line it stands on, or the next one where it stands alone.
    case line = "ignore"
    /// The whole file.
    case file = "ignore-file"
    /// All from here to the matching end.
    case start = "ignore-start"
    /// The end of what was started.
    case end = "ignore-end"
  }

  /// A word of the comment and its place.
  public struct Word: Sendable, Hashable {
    /// The word.
    public let text: String
    /// Where it stands.
    public let range: SourceRange
  }

  /// What stands behind `tare:`; the name of a ``Scope``, or a word that is none.
  public let directive: Word
  /// Codes and names of rules, as they were written.
  public let rules: [Word]
  /// The last day on which it holds; no date where what stands behind `until` is none.
  public let until: Word?
  /// Why, where it says so.
  public let reason: String?
  /// The comment, marks included.
  public let range: SourceRange
  /// The lines it stands on.
  public let lines: Range<Int>
  /// Whether nothing else stands on them.
  public let standsAlone: Bool
  /// Whether the model is sent it, so that it costs tokens itself.
  public let isSent: Bool

  /// What it is about; `nil` for a directive nobody knows.
  public var scope: Scope? { Scope(rawValue: directive.text) }
}
