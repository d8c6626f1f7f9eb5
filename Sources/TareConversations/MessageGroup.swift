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
      let message = messages[index]
      if let result = message.results.first, message.calls.isEmpty { try reportOrphan(result, of: message) }
      let end = try endOfExchange(from: message)
      let isOrphan = end == nil || !message.results.isEmpty
      let range = index..<(end ?? index + answers(to: message).count + 1)
      groups.append(MessageGroup(messages: range, isOrphan: isOrphan))
      index = range.upperBound
    }
    return groups
  }

  /// The end of the group that `message` opens, or `nil` when a call of it is left without a result.
  private func endOfExchange(from message: Message) throws(ConversationError) -> Int? {
    let answers = answers(to: message)
    if let call = answers.open.first {
      guard orphans == .mark else { throw .unansweredCall(call, of: message) }
      return nil
    }
    return message.index + 1 + answers.count
  }

  /// How many of the messages behind `message` answer its calls, and which calls are still open behind them.
  private func answers(to message: Message) -> (count: Int, open: [ToolCall]) {
    var open = message.calls
    var index = message.index + 1
    while !open.isEmpty, index < messages.count, !messages[index].results.isEmpty {
      var left = open
      for result in messages[index].results {
        guard let match = left.firstIndex(where: { result.answers($0) }) else {
          return (index - message.index - 1, open)
        }
        left.remove(at: match)
      }
      open = left
      index += 1
    }
    return (index - message.index - 1, open)
  }

  private func reportOrphan(_ result: ToolResult, of message: Message) throws(ConversationError) {
    if orphans == .reject { throw .orphanResult(result, of: message) }
  }
}

extension ToolResult {
  /// Whether this is the result of `call`: by id, or by name in the forms that have no ids.
  fileprivate func answers(_ call: ToolCall) -> Bool {
    if let id = call.id { return callID == id }
    return callID == nil && name == call.name
  }
}
