public import TareText

/// A prompt before and after its fixes.
public struct FixedPrompt: Sendable {
  /// One fix that was made.
  public struct Applied: Sendable, Hashable {
    /// The code of its rule.
    public let code: String
    /// The name of its rule.
    public let name: String
    /// The tokens it saved, counted by itself.
    public let saving: Int
  }

  /// The text as it was.
  public let before: SourceText
  /// The text as it is now.
  public let after: SourceText
  /// What was done, in order.
  public let applied: [Applied]
  /// What is still to be found in the text after.
  public let remaining: FileAudit

  /// Whether anything changed.
  public var hasChanges: Bool { before.utf8 != after.utf8 }
}
