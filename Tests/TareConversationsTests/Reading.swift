import TareConversations
import TareJSON

/// The conversation in a text, of which most tests read one.
func conversation(
  _ payload: String, as format: WireFormat? = nil, orphans: OrphanHandling = .reject
) throws(ConversationError) -> Conversation {
  try Conversation(parsing: Array(payload.utf8), as: format, orphans: orphans)
}

extension Conversation {
  /// The groups as runs of messages.
  var runs: [Range<Int>] { groups.map(\.messages) }

  /// The payload after `items`, as text.
  func text(of items: [PayloadItem]) -> String { String(decoding: payload(of: items), as: UTF8.self) }

  /// The message of that index, rewritten or not, as text.
  func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
