public import TareJSON

/// A member of a payload that the reader of its format has no place for and that may be sent to the model: it is kept
/// like everything else, and counted as what no formula speaks of.
public struct UnreadMember: Sendable {
  /// The path of the member, without the numbers of elements: `messages[].audio`.
  public let name: String
  /// What stands there.
  public let value: JSONValue
}

extension JSONValue {
  /// The members of an object that say something and are none of `known`.
  func unreadMembers(at path: String = "", besides known: Set<String>) -> [UnreadMember] {
    members.compactMap { member in
      let name = member.name
      guard !known.contains(name), !member.value.saysNothing else { return nil }
      // Names come from the payload: a path is to stay a line.
      return UnreadMember(name: path + ConversationError.shortened(name), value: member.value)
    }
  }

  /// Whether this is `null`, or an array or an object with nothing in it.
  private var saysNothing: Bool {
    switch kind {
    case .null: true
    case .array: elements.isEmpty
    case .object: members.isEmpty
    case .string, .number, .boolean: false
    }
  }
}
