import TareConversations
import TareJSON
import TareText
import TareTokens

/// The messages whose tool results are longer than their caps, as they are sent instead.
///
/// A result keeps its beginning and its end; one that has no text to lose, because it is numbers or because the cap is
/// smaller than a mark in the middle, is cleared.
struct CappedResults {
  /// A message after its caps.
  struct CappedMessage {
    let tokens: Int
    let edits: [Edit]
    /// What is left of each text that was shortened, by where it starts.
    let textTokens: [Int: Int]

    /// Whether the text stands in a result that is gone as a whole.
    func hasCleared(_ text: MessageText) -> Bool {
      edits.contains { $0.range != text.range && $0.range.contains(text.range) }
    }
  }

  private(set) var messages: [Int: CappedMessage] = [:]
  private let counted: CountedConversation
  private let cleared: ClearedResults

  /// - Complexity: O(*n*) in the bytes of tool results where there are caps.
  init(_ counted: CountedConversation, caps: ToolResultCaps, names: ToolNames, cleared: ClearedResults) {
    self.counted = counted
    self.cleared = cleared
    guard !caps.isEmpty else { return }
    for message in counted.conversation.messages {
      let edits = message.results.flatMap { result in
        caps.most(of: names.name(of: result)).map { self.edits(result, of: message, most: $0) } ?? []
      }
      guard !edits.isEmpty else { continue }
      messages[message.index] = CappedMessage(
        tokens: counted.recounted(message.index, applying: edits), edits: edits, textTokens: textTokens(edits))
    }
  }

  /// How many tokens the caps take off.
  var savedTokens: Int { messages.reduce(0) { $0 + counted.counts.messages[$1.key].tokens - $1.value.tokens } }

  private func edits(_ result: ToolResult, of message: Message, most: Int) -> [Edit] {
    guard result.isReplaceable, let content = result.content, !cleared.isCleared(result) else { return [] }
    let size = tokens(of: content, result, after: [])
    guard size > most else { return [] }
    let texts = message.texts.filter { $0.origin == .toolResult && content.range.contains($0.range) }
    let shortening = MessageShortening(counted, texts: texts.map { (message.index, $0) })
    var wanted = size - most
    while let edits = shortening.losing(wanted)?[message.index] {
      let over = tokens(of: content, result, after: edits) - most
      if over <= 0 { return edits }
      wanted += over
    }
    let text = cleared.text(of: message.index)
    guard counted.counter.resultTokens(text, in: counted.conversation.format) < size else { return [] }
    return [Edit(content.range, replacement: counted.conversation.format.resultContent(text))]
  }

  /// The tokens of what a tool returned: of its text, or of its JSON.
  private func tokens(of content: JSONValue, _ result: ToolResult, after edits: [Edit]) -> Int {
    let range = result.soleText?.range ?? content.range
    let bytes = counted.conversation.bytes(of: range, applying: edits)
    guard result.soleText != nil, let text = try? JSONDocument(parsing: bytes).root.string else {
      return counted.counter.textTokens(String(decoding: bytes, as: UTF8.self))
    }
    return counted.counter.textTokens(text)
  }

  private func textTokens(_ edits: [Edit]) -> [Int: Int] {
    Dictionary(
      edits.map { edit in
        let text = try? JSONDocument(parsing: edit.replacement).root.string
        return (edit.range.start, text.map { counted.counter.textTokens($0) } ?? 0)
      }
    ) { first, _ in first }
  }
}
