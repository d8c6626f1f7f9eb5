extension Conversation {
  /// ``Message/isHuman`` of the message at `index`, without a copy of the message.
  public func speaksAsPerson(_ index: Int) -> Bool {
    guard messages[index].role == .user else { return false }
    return messages[index].results.isEmpty || messages[index].isHuman
  }
}
