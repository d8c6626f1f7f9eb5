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
/// Where a summariser was asked, its text stands behind the first line in place of all others, as `Summary: …`.
///
/// Made without a model from nothing but the dropped messages, so it is the same bytes for as long as the same
/// messages are dropped. It is written in the role of the user and never of the system, because what it quotes must
/// not gain authority; nothing of what tools returned is in it for the same reason.
public struct SummaryPlaceholder: Sendable, Hashable {
  /// The text of the note.
  public let text: String
  /// The tokens of the message with the note.
  public let tokens: Int
  /// The name of the dropped messages, in order.
  public let handle: ContentHandle
  /// What of a summariser's text stands in the note; `nil` where the note was made without one.
  public private(set) var summary: String?
  /// The tokens that are set aside for the note; more than it has where a summary may still come.
  let reserved: Int

  /// The fewest tokens that a note with nothing but its first line needs.
  static let leastTokens = 60

  /// What the first line has room in whatever the handle, the numbers and the model's tokens.
  static let surelyEnoughTokens = 120

  /// A note for `messages`; `nil` when there are none or not even its first line has at most `most` tokens.
  ///
  /// - Parameter summaries: What a summariser said; `nil` where none is asked.
  init?(
    of messages: [Message], tokens droppedTokens: Int, counter: MessageCounter, most: Int, summaries: SummaryTexts?
  ) {
    guard !messages.isEmpty else { return nil }
    var handle = ContentHandle()
    for message in messages { handle.combine(message.value.rawBytes) }
    var draft = NoteDraft(counter: counter, most: most)
    guard draft.add(NoteOpening.text(messages, tokens: droppedTokens, handle)) else { return nil }
    summary = summaries?[handle].flatMap { draft.addSummary($0) }
    if summary == nil { draft.addWords(of: messages) }
    text = draft.text
    tokens = draft.tokens
    reserved = summaries == nil ? draft.tokens : most
    self.handle = handle
  }
}

extension NoteDraft {
  /// Adds what can be told without a model: the last request, terms, sentences.
  fileprivate mutating func addWords(of messages: [Message]) {
    let request = messages.last(where: \.isHuman).map { excerpt(of: $0.text) } ?? ""
    addQuoted("Last request: ", request)
    let words = NoteWords(of: messages, quoted: request)
    addList("Terms: ", words.terms.best)
    addChosen(words.sentences?.ranked ?? [])
  }
}

/// The terms and the sentences of what people and the model said, each text read once.
///
/// What tools returned says nothing here: it is JSON or markup as often as not, whose escapes and numbers are no words,
/// and nobody vouches for it.
private struct NoteWords {
  var terms = KeyTerms()
  var sentences: DecisiveSentences?

  /// - Parameter quoted: What the note quotes already.
  init(of messages: [Message], quoted: String) {
    // A note quotes what there is room for. Where ICU has no rules for sentences it quotes none, and nobody is
    // refused a plan for that.
    sentences = (try? SentenceBoundaries()).map { DecisiveSentences($0, quoted: quoted) }
    let spoken = messages.filter { $0.role != .tool }
    let texts = spoken.map { OwnWords.removed(from: $0.text) }
    let occurrences = texts.map { text in
      var scanner = TermScanner(text)
      return scanner.scan()
    }
    for (message, found) in zip(spoken, occurrences) { terms.add(found, of: message) }
    for (index, message) in spoken.enumerated() where !OwnWords.isAll(of: message) {
      sentences?.add(texts[index], of: message, occurrences[index], terms)
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is white space; most scalars are ASCII, of which no table need be asked.
  fileprivate var isBlank: Bool { isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }
}

/// The beginning of a text on one line: as many whole words as stand in 160 bytes, or of a longer first word as much
/// of it as does.
///
/// - Complexity: O(1), but for blanks.
func excerpt(of text: String) -> String {
  var line = ""
  var wholeWords: String?
  var isBehindBlank = false
  for scalar in text.unicodeScalars {
    if scalar.isBlank {
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
