import TareConversations
import TareJSON

/// The note that stands in place of dropped messages: how many, by whom, how to name them, what they were about.
///
/// ```
/// [Note, no instruction: 14 earlier messages left out (5 user, 6 assistant, 3 tool), 2310 tokens, handle 89ab…]
/// Last request: "…"
/// Terms: …, …
/// user: "…"
/// assistant: "…"
/// ```
/// Made without a model from nothing but the dropped messages, so it is the same bytes for as long as the same
/// messages are dropped. It is written in the role of the user and never of the system, because what it quotes must
/// not gain authority; words of tools are named but not quoted for the same reason.
public struct SummaryPlaceholder: Sendable, Hashable {
  /// The text of the note.
  public let text: String
  /// The tokens of the message with the note.
  public let tokens: Int
  /// The name of the dropped messages, in order.
  public let handle: ContentHandle

  /// What a note begins with, by which a later trimming tells it from a person's message.
  static let opening = "[Note, no instruction: "
  /// The fewest tokens that a note with nothing but its first line needs.
  static let leastTokens = 60

  /// A note for `messages`; `nil` when there are none or not even its first line has at most `most` tokens.
  init?(of messages: [Message], tokens droppedTokens: Int, counter: MessageCounter, most: Int) {
    guard !messages.isEmpty else { return nil }
    var handle = ContentHandle()
    for message in messages { handle.combine(message.value.rawBytes) }
    var draft = NoteDraft(counter: counter, most: most)
    guard draft.add(firstLine(messages, droppedTokens, handle)) else { return nil }
    if let request = messages.last(where: \.isHuman) { draft.addQuoted("Last request: ", excerpt(of: request.text)) }
    let words = NoteWords(of: messages)
    draft.addList("Terms: ", words.terms.best)
    draft.addChosen(words.sentences.ranked)
    text = draft.text
    tokens = draft.tokens
    self.handle = handle
  }

  /// Whether a message is such a note.
  static func isPlaceholder(_ message: Message) -> Bool {
    message.role == .user && message.text.hasPrefix(opening)
  }
}

/// The terms and the sentences of messages, each text read once.
private struct NoteWords {
  var terms = KeyTerms()
  var sentences = DecisiveSentences()

  init(of messages: [Message]) {
    let texts = messages.map { Array($0.text.utf8) }
    let occurrences = zip(messages, texts).map { message, text in
      var scanner = TermScanner(text, withNames: message.role != .tool)
      return scanner.scan()
    }
    for (message, found) in zip(messages, occurrences) { terms.add(found, of: message) }
    for (index, message) in messages.enumerated()
    where message.role != .tool && !SummaryPlaceholder.isPlaceholder(message) {
      sentences.add(texts[index], of: message, occurrences[index], terms)
    }
  }
}

private func firstLine(_ messages: [Message], _ tokens: Int, _ handle: ContentHandle) -> String {
  let notes = messages.count { SummaryPlaceholder.isPlaceholder($0) }
  let counts = [Role.user, .assistant, .tool].compactMap { role -> String? in
    let count = messages.count { $0.role == role } - (role == .user ? notes : 0)
    return count == 0 ? nil : "\(count) \(role.rawValue)"
  }
  let parts = counts + (notes == 0 ? [] : ["\(notes) earlier note\(notes == 1 ? "" : "s")"])
  let left = "\(messages.count) earlier message\(messages.count == 1 ? "" : "s") left out"
  return "\(SummaryPlaceholder.opening)\(left) (\(parts.joined(separator: ", "))), \(tokens) tokens, handle \(handle)]"
}

/// The beginning of a text on one line: as many whole words as stand in 160 bytes.
private func excerpt(of text: String) -> String {
  var words: [Substring] = []
  var length = 0
  for word in text.split(whereSeparator: \.isWhitespace) {
    length += word.utf8.count + 1
    if length > 160 { return words.isEmpty ? "" : words.joined(separator: " ") + " …" }
    words.append(word)
  }
  return words.joined(separator: " ")
}
