import TareConversations
import TareJSON
import TareTokens

/// What stands in place of a tool result whose content was cleared.
///
/// ```
/// [cleared: 412 tokens, handle 89abcdef01234567]
/// ```
enum ClearedResult {
  static func text(tokens: Int, handle: ContentHandle?) -> String {
    "\(opening)\(tokens)\(middle)\(handle?.description ?? "")]"
  }

  /// Whether this is what an earlier trimming left of a result. It is not cleared again, because its handle names
  /// what was there first.
  static func isContent(of message: Message) -> Bool {
    let texts = message.results.map { $0.soleText?.utf8 }
    return !texts.isEmpty && texts.allSatisfy { $0.map(isContent) ?? false }
  }

  private static func isContent(_ text: ArraySlice<UInt8>) -> Bool {
    var form = FormReader(text)
    return form.reads(opening) && form.readsNumber() && form.reads(middle) && form.readsHandle() && form.reads("]")
      && form.isAtEnd
  }

  private static let opening = "[cleared: "
  private static let middle = " tokens, handle "
}

/// The tokens of a message once its tool results are cleared; `nil` where it has none, where they are cleared
/// already, or where what stands in their place would be longer.
func clearedTokens(_ counted: CountedConversation, _ index: Int) -> Int? {
  let message = counted.conversation.messages[index]
  let results = message.results.count(where: \.isReplaceable)
  guard results > 0, !ClearedResult.isContent(of: message) else { return nil }
  let tokens = counted.counts.messages[index].tokens
  let text = ClearedResult.text(tokens: tokens, handle: ContentHandle(of: message.value.rawBytes))
  let counter = counted.counter
  let after =
    tokens - counter.replaceableTokens(of: message)
    + results * counter.resultTokens(text, in: counted.conversation.format)
  return after < tokens ? after : nil
}
