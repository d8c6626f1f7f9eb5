/// What a person says and all that follows up to the next time a person speaks.
public struct Turn: Sendable, Hashable {
  /// The messages of the turn; the first is the person's.
  public let messages: Range<Int>
}

extension Conversation {
  /// The turns in order. What stands before the first person speaks, such as instructions, is in none.
  public var turns: [Turn] {
    let starts = messages.filter(\.isHuman).map(\.index)
    let ends = starts.dropFirst() + [messages.count]
    return zip(starts, ends).map { Turn(messages: $0..<$1) }
  }
}
