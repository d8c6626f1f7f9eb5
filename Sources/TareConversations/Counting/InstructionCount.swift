extension MessageCounter {
  /// The instructions beside the messages, as one message more. What stands around them is published nowhere.
  func instructions(of conversation: Conversation, noting gaps: inout FormulaGaps) -> MessageCount {
    guard !conversation.instructions.isEmpty else { return MessageCount(tokens: 0) }
    var account = MessageAccount()
    account.overhead = MessageCount(uncertainTokens: framing.message + tokens(Role.system.rawValue))
    account.gaps.add("what stands around instructions", account.overhead)
    for part in conversation.instructions { add(part, to: &account) }
    gaps += account.gaps
    return account.total
  }
}
