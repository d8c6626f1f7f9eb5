import TareConversations
import TareJSON
import TareUnicode

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

  /// The fewest tokens that a note with nothing but its first line needs.
  static let leastTokens = 60

  /// A note for `messages`; `nil` when there are none or not even its first line has at most `most` tokens.
  init?(of messages: [Message], tokens droppedTokens: Int, counter: MessageCounter, most: Int) {
    guard !messages.isEmpty else { return nil }
    var handle = ContentHandle()
    for message in messages { handle.combine(message.value.rawBytes) }
    var draft = NoteDraft(counter: counter, most: most)
    guard draft.add(NoteOpening.text(messages, tokens: droppedTokens, handle)) else { return nil }
    if let request = messages.last(where: \.isHuman) { draft.addQuoted("Last request: ", excerpt(of: request.text)) }
    let words = NoteWords(of: messages)
    draft.addList("Terms: ", words.terms.best)
    draft.addChosen(words.sentences?.ranked ?? [])
    text = draft.text
    tokens = draft.tokens
    self.handle = handle
  }
}

/// The terms and the sentences of messages, each text read once.
private struct NoteWords {
  var terms = KeyTerms()
  var sentences: DecisiveSentences?

  init(of messages: [Message]) {
    // A note quotes what there is room for. Where ICU has no rules for sentences it quotes none, and nobody is
    // refused a plan for that.
    sentences = (try? SentenceBoundaries()).map { DecisiveSentences($0) }
    let texts = messages.map { Array($0.text.utf8) }
    let occurrences = zip(messages, texts).map { message, text in
      var scanner = TermScanner(text, withNames: message.role != .tool)
      return scanner.scan()
    }
    for (message, found) in zip(messages, occurrences) { terms.add(found, of: message) }
    for (index, message) in messages.enumerated()
    where message.role != .tool && !NoteOpening.opens(message) {
      sentences?.add(texts[index], of: message, occurrences[index], terms)
    }
  }
}

/// The beginning of a text on one line: as many whole words as stand in 160 bytes, or of a longer first word as much
/// of it as does.
///
/// - Complexity: O(1), but for blanks.
private func excerpt(of text: String) -> String {
  var line = ""
  var wholeWords: String?
  var isBehindBlank = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      isBehindBlank = !line.isEmpty
      continue
    }
    if isBehindBlank {
      wholeWords = line
      line += " "
      isBehindBlank = false
    }
    if line.utf8.count + UTF8.width(scalar) > 160 { return (wholeWords ?? line) + " …" }
    line.unicodeScalars.append(scalar)
  }
  return line
}
