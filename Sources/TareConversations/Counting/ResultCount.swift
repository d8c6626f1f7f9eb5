extension MessageCounter {
  /// The tokens of what tools returned in a message, which ``Conversation/message(_:withResultContent:)`` replaces.
  public func replaceableTokens(of message: Message) -> Int {
    guard message.results.contains(where: \.isReplaceable) else { return 0 }
    var account = MessageAccount()
    for part in message.parts where part.origin == .toolResult && !part.isSealed { add(part, to: &account) }
    return account.total.tokens
  }

  /// The tokens of a text that stands in place of one tool result's content in a payload of that format.
  public func resultTokens(_ text: String, in format: WireFormat) -> Int {
    format == .gemini ? tokens(format.resultContent(text)[...]) : tokens(text)
  }

  /// The tokens of a text in a message that is there already, as ``Message/edits(addingText:)`` puts it.
  public func textTokens(_ text: String) -> Int { tokens(text) }
}
