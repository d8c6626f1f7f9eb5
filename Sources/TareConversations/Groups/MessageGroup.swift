/// Messages that stand or fall together: calls with all their results and whatever stands between them, reasoning with
/// what followed from it, or one message of its own.
///
/// A provider refuses a result without its call and a call without its result, so nothing smaller than a group is
/// ever taken away.
public struct MessageGroup: Sendable, Hashable {
  /// The messages of the group, which follow each other.
  public let messages: Range<Int>
  /// Whether the group has a result without its call or a call without all of its results.
  public let isOrphan: Bool
  /// Whether a message of the group always stays.
  public let isPinned: Bool
}

/// What becomes of a result without its call and of a call without its result.
public enum OrphanHandling: Sendable {
  /// The conversation is refused with the place of the first.
  case reject
  /// The messages are read as groups that are marked, and trimming takes them away.
  case mark
}
