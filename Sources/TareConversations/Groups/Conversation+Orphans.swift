import TareJSON
public import TareText

extension Conversation {
  /// The message with the last words of a person, where it carries a tool result without its call, so that dropping the
  /// one loses the other; `nil` otherwise.
  public var lastWordsBesideOrphan: Int? {
    guard let last = messages.indices.last(where: speaksAsPerson) else { return nil }
    return groups.contains { $0.isOrphan && $0.messages.contains(last) } ? last : nil
  }

  /// Where the message at `index` begins.
  public func location(of index: Int) -> SourceLocation {
    messages[index].value.unexpectedShape("").location
  }
}
