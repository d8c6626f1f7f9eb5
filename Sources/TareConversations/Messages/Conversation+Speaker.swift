extension Conversation {
  /// Whether the message at `index` stays whatever is trimmed, because it is an instruction or the conversation rests on
  /// it.
  public func stays(_ index: Int) -> Bool { messages[index].role.isInstruction || messages[index].isPinned }

  /// ``Message/isHuman`` of the message at `index`, without a copy of the message.
  public func speaksAsPerson(_ index: Int) -> Bool {
    guard messages[index].role == .user else { return false }
    return messages[index].results.isEmpty || messages[index].isHuman
  }
}
