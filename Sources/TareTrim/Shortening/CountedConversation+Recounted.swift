import TareConversations
import TareText
import TareTokens

extension CountedConversation {
  /// The tokens of a message after edits. It is read again, because a text inside of JSON that is counted as JSON has
  /// other tokens there than by itself.
  func recounted(_ index: Int, applying edits: [Edit]) -> Int {
    let bytes = [UInt8(ascii: "[")] + conversation.message(index, applying: edits) + [UInt8(ascii: "]")]
    let read = try? Conversation(parsing: bytes, as: conversation.format, orphans: .mark)
    return read?.messages.first.map { counter.count($0).tokens } ?? counts.messages[index].tokens
  }
}
