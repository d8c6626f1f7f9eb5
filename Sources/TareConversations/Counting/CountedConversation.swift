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
  /// the same place is not counted again, nor are instructions and tools where nothing around the messages changed.
  ///
  /// - Complexity: O(*n*) in the bytes of what is new, beside comparing what is not.
  public init(_ conversation: Conversation, counter: MessageCounter, knowing earlier: CountedConversation?) {
    self.conversation = conversation
    self.counter = counter
    let earlier = earlier.flatMap { $0.conversation.format == conversation.format ? $0 : nil }
    let messages = conversation.messages.map { message in
      guard let earlier, message.index < earlier.conversation.messages.count,
        earlier.conversation.messages[message.index].value.rawBytes == message.value.rawBytes
      else { return counter.count(message) }
      return earlier.counts.messages[message.index]
    }
    let isSameAround = earlier.map { conversation.isSameAroundMessages(as: $0.conversation) } ?? false
    counts = counter.counts(messages, of: conversation, knowing: isSameAround ? earlier?.counts : nil)
  }
}
