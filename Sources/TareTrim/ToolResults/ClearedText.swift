/// The text in place of a tool result whose content was cleared: words of one's own, in which `{tokens}` is replaced by
/// the tokens that the message had, and `{handle}` by the name under which an archive has it.
///
/// A later trimming knows such a text again and leaves it, because its handle names what was there first.
public struct ClearedText: Sendable, Hashable {
  /// `[cleared: {tokens} tokens, handle {handle}]`
  public static let standard = ClearedText(pieces: [
    .words("[cleared: "), .tokens, .words(" tokens, handle "), .handle, .words("]"),
  ])

  private enum Piece: Sendable, Hashable {
    case words(String)
    case tokens
    case handle
  }

  private let pieces: [Piece]

  private init(pieces: [Piece]) { self.pieces = pieces }

  /// A text with its places for tokens and handle; `nil` where it says nothing.
  public init?(_ template: String) {
    guard template.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    var pieces: [Piece] = []
    var rest = template[...]
    while let place = Self.firstPlace(in: rest) {
      if place.range.lowerBound > rest.startIndex {
        pieces.append(.words(String(rest[..<place.range.lowerBound])))
      }
      pieces.append(place.piece)
      rest = rest[place.range.upperBound...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
    self.pieces = pieces
  }

  private static func firstPlace(in text: Substring) -> (range: Range<Substring.Index>, piece: Piece)? {
    let places = [("{tokens}", Piece.tokens), ("{handle}", .handle)]
    return places.compactMap { name, piece in text.firstRange(of: name).map { ($0, piece) } }
      .min { $0.range.lowerBound < $1.range.lowerBound }
  }

  func text(tokens: Int, handle: ContentHandle) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .tokens: String(tokens)
      case .handle: handle.description
      }
    }.joined()
  }

  /// Whether this is what an earlier trimming left of a result.
  func matches(_ text: ArraySlice<UInt8>) -> Bool {
    var form = FormReader(text)
    let isRead = pieces.allSatisfy { piece in
      switch piece {
      case .words(let words): form.reads(words)
      case .tokens: form.readsNumber()
      case .handle: form.readsHandle()
      }
    }
    return isRead && form.isAtEnd
  }
}
