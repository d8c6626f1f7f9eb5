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

  /// A note for the messages that are `dropped`; `nil` when there are none or not even its first line has at most `most`
  /// tokens.
  ///
  /// - Parameter summaries: What a summariser said; `nil` where none is asked.
  init?(
    of dropped: [Int], in material: NoteMaterial, tokens droppedTokens: Int, counter: MessageCounter, most: Int,
    summaries: SummaryTexts?
  ) {
    guard !dropped.isEmpty else { return nil }
    let conversation = material.conversation
    var handle = ContentHandle()
    for index in dropped { handle.combine(conversation.messages[index].value.rawBytes) }
    var draft = NoteDraft(counter: counter, most: most)
    guard draft.add(NoteOpening.text(of: dropped, in: conversation, tokens: droppedTokens, handle)) else { return nil }
    summary = summaries?[handle].flatMap { draft.addSummary($0) }
    if summary == nil { draft.addWords(of: dropped, in: material) }
    text = draft.text
    tokens = draft.tokens
    reserved = summaries == nil ? draft.tokens : most
    self.handle = handle
  }
}

extension NoteDraft {
  /// Adds what can be told without a model: the last request, terms, sentences.
  fileprivate mutating func addWords(of dropped: [Int], in material: NoteMaterial) {
    let person = dropped.last {
      material.conversation.speaksAsPerson($0) && !OwnWords.isAll(of: material.conversation.messages[$0])
    }
    let request = person.map { excerpt(of: material.conversation.messages[$0].text) } ?? ""
    addQuoted("Last request: ", request)
    let words = NoteWords(of: dropped, in: material, quoted: request)
    addList("Terms: ", words.terms.best)
    addChosen(words.sentences.ranked)
  }
}

/// The terms and the sentences of what people and the model said, each text read once.
///
/// What tools returned says nothing here: it is JSON or markup as often as not, whose escapes and numbers are no words,
/// and nobody vouches for it.
private struct NoteWords {
  var terms = KeyTerms()
  var sentences: DecisiveSentences

  /// - Parameter quoted: What the note quotes already.
  init(of dropped: [Int], in material: NoteMaterial, quoted: String) {
    let conversation = material.conversation
    sentences = DecisiveSentences(quoting: material.sentences(of:), quoted: quoted)
    let spoken = dropped.filter { conversation.messages[$0].role != .tool }
    for index in spoken {
      terms.add(material.spoken(index).terms, isPerson: conversation.speaksAsPerson(index))
    }
    for index in spoken {
      sentences.add(
        material.spoken(index), role: conversation.messages[index].role,
        isPerson: conversation.speaksAsPerson(index), terms)
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is white space; most scalars are ASCII, of which no table need be asked.
  fileprivate var isBlank: Bool { isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }
}

extension String.UTF8View {
  /// Whether this is a line of ASCII of at most 160 bytes as an excerpt would have it: blanks stand by themselves and
  /// at neither end.
  fileprivate var isPlainLine: Bool {
    guard count <= 160 else { return false }
    var isBehindBlank = true
    for byte in self {
      guard (0x20..<0x7F).contains(byte), byte != 0x20 || !isBehindBlank else { return false }
      isBehindBlank = byte == 0x20
    }
    return !isBehindBlank
  }
}

/// The beginning of a text on one line: as many whole words as stand in 160 bytes, or of a longer first word as much
/// of it as does.
///
/// - Complexity: O(1), but for blanks.
func excerpt(of text: String) -> String {
  if text.utf8.isPlainLine { return text }
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
