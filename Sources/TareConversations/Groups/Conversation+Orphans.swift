extension Conversation {
  /// Refuses a conversation whose orphans were marked to be dropped, where the last words of a person stand in one message
  /// with a tool result without its call: dropping the one would lose the other.
  ///
  /// - Throws: ``ConversationError`` with the place of that message.
  public func rejectLastWordsBesideOrphan() throws(ConversationError) {
    guard let last = messages.indices.last(where: speaksAsPerson),
      groups.contains(where: { $0.isOrphan && $0.messages.contains(last) })
    else { return }
    throw ConversationError(
      .orphanResult, at: messages[last].value, in: last,
      "the last words of a person stand beside a tool result without its call, which cannot be dropped without them")
  }
}
