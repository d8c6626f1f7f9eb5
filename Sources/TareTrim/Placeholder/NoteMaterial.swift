import TareConversations
import TareUnicode

/// What notes about a conversation are made from. A plan tries several windows before it settles on one, so what was read
/// for one note is kept for the next: the words of a message, and the last note itself.
///
/// Lives for one plan and is used by nobody else.
final class NoteMaterial {
  /// The words of a message that people or the model said.
  struct Spoken {
    let text: [UInt8]
    let terms: [TermOccurrence]
    let sentences: [Range<Int>]
  }

  let conversation: Conversation
  private var spoken: [Int: Spoken] = [:]
  private var last: (dropped: [Int], most: Int, note: SummaryPlaceholder?)?
  /// A note quotes what there is room for. Where ICU has no rules for sentences it quotes none, and nobody is refused a
  /// plan for that.
  private lazy var boundaries = try? SentenceBoundaries()

  init(_ conversation: Conversation) { self.conversation = conversation }

  /// The note about messages, by `make` unless it is the one that was made last.
  func note(
    about dropped: [Int], most: Int, by make: () -> SummaryPlaceholder?
  ) -> SummaryPlaceholder? {
    if let last, last.most == most, last.dropped == dropped { return last.note }
    let note = make()
    last = (dropped, most, note)
    return note
  }

  /// The words of a message, each read once.
  func spoken(_ index: Int) -> Spoken {
    if let known = spoken[index] { return known }
    let text = OwnWords.removed(from: conversation.messages[index].text)
    var scanner = TermScanner(text)
    // Sentences of what trimming itself said are quoted nowhere.
    let isQuoted = !OwnWords.isAll(of: conversation.messages[index])
    let read = Spoken(
      text: text, terms: scanner.scan(), sentences: isQuoted ? boundaries?.sentences(in: text.span) ?? [] : [])
    spoken[index] = read
    return read
  }

  /// The sentences of a text that a note quotes.
  func sentences(of text: [UInt8]) -> [Range<Int>] { boundaries?.sentences(in: text.span) ?? [] }
}
