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
    self.conversation = conversation
    self.counter = counter
    counts = counter.counts(of: conversation)
  }
}
