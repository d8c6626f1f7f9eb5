/// Messages that stand or fall together: an assistant message with its tool calls and all their results, or one
/// message of its own.
///
/// A provider refuses a result without its call and a call without its result, so nothing smaller than a group is
/// ever taken away.
public struct MessageGroup: Sendable, Hashable {
  /// The messages of the group, which follow each other.
  public let messages: Range<Int>
  /// Whether the group is a result without its call or a call without all of its results.
  public let isOrphan: Bool
}

/// What becomes of a result without its call and of a call without its result.
public enum OrphanHandling: Sendable {
  /// The conversation is refused with the place of the first.
  case reject
  /// The messages are read as groups that are marked, and trimming takes them away.
  case mark
}

/// Puts messages into groups.
struct MessageGrouping {
  private let messages: [Message]
  private let orphans: OrphanHandling
  private var groups: [MessageGroup] = []

  init(_ messages: [Message], orphans: OrphanHandling) {
    self.messages = messages
    self.orphans = orphans
  }

  mutating func group() throws(ConversationError) -> [MessageGroup] {
    var index = 0
    while index < messages.count {
      let group = try group(from: messages[index])
      groups.append(group)
      index = group.messages.upperBound
    }
    return groups
  }

  /// The group that `message` opens: what follows it goes with it for as long as it answers its calls.
  private func group(from message: Message) throws(ConversationError) -> MessageGroup {
    if let result = message.results.first, message.calls.isEmpty, orphans == .reject {
      throw .orphanResult(result, of: message)
    }
    var open = OpenCalls(message.calls)
    var end = message.index + 1
    while !open.isEmpty, end < messages.count, open.close(messages[end].results) { end += 1 }
    if orphans == .reject, let call = open.first { throw .unansweredCall(message.calls[call], of: message) }
    return MessageGroup(messages: message.index..<end, isOrphan: !open.isEmpty || !message.results.isEmpty)
  }
}
