import TareJSON

/// A conversation with the tokens of each of its messages: what trimming works on.
public struct CountedConversation: Sendable {
  /// The conversation.
  public let conversation: Conversation
  /// What counted it, for the messages that a plan adds.
  public let counter: MessageCounter
  /// The tokens of each message.
  public let counts: ConversationCounts

  /// Counts a conversation.
  ///
  /// - Complexity: O(*n*) in bytes; everything after it works on the numbers.
  public init(_ conversation: Conversation, counter: MessageCounter) {
    self.init(conversation, counter: counter, knowing: nil)
  }

  /// Counts a conversation that has grown out of one that the same counter counted: a message that is the same bytes in
  /// the same place is not counted again.
  ///
  /// - Complexity: O(*n*) in the bytes of what is new, beside comparing what is not.
  public init(_ conversation: Conversation, counter: MessageCounter, knowing earlier: CountedConversation?) {
    self.conversation = conversation
    self.counter = counter
    counts = counter.counts(of: conversation) { message in
      guard let earlier, message.index < earlier.conversation.messages.count,
        earlier.conversation.format == conversation.format,
        earlier.conversation.messages[message.index].value.rawBytes == message.value.rawBytes
      else { return counter.count(message) }
      return earlier.counts.messages[message.index]
    }
  }
}
