/// A text of which a part was left out, with a mark in its place.
public struct Elision: Sendable, Hashable {
  /// Which part of the text is left out.
  public enum Part: Sendable, Hashable {
    /// The end: the beginning is kept, and the mark stands behind it.
    case tail
    /// The beginning: the end is kept, and the mark stands before it.
    case head
    /// The middle: both ends are kept, `headShare` hundredths of the room for the first of them.
    case middle(headShare: Int = 50)
  }

  /// The bytes that are kept before the mark.
  public let head: Range<Int>
  /// The bytes that are kept behind the mark.
  public let tail: Range<Int>
  /// The kept bytes and the mark between them.
  public let text: [UInt8]
  /// The number of tokens of `text`, never more than the limit.
  public let tokens: Int
  /// The number of tokens of the whole text.
  public let total: Int

  /// Whether anything was left out.
  public var isCut: Bool { head.upperBound < tail.lowerBound }
}

extension Tokenizer {
  /// `utf8` with as much left out as it takes to come to at most `limit` tokens, the mark included; `nil` when not
  /// even the mark fits.
  ///
  /// A text that fits is given back as it is, without a mark. Both kept parts are cut as
  /// ``truncated(_:to:keeping:at:)-(Span<UInt8>,_,_,_)`` cuts, and the result is counted as the one text that it is.
  ///
  /// - Parameter mark: What stands for the part left out, such as `" […] "`.
  /// - Complexity: O(*n* + `limit`).
  public func elided(
    _ utf8: Span<UInt8>, to limit: Int, leavingOut part: Elision.Part, mark: String, at places: CutPlaces = .token
  ) -> Elision? {
    unsafe utf8.withUnsafeBufferPointer { bytes in
      unsafe withCuttableText(bytes) { elided(&$0, to: limit, leavingOut: part, mark: Array(mark.utf8), at: places) }
    }
  }

  /// A string with as much left out as it takes to come to at most `limit` tokens, the mark included; `nil` when not
  /// even the mark fits.
  public func elided(
    _ text: String, to limit: Int, leavingOut part: Elision.Part, mark: String, at places: CutPlaces = .token
  ) -> Elision? {
    var text = text
    return text.withUTF8 { bytes in
      unsafe withCuttableText(bytes) { elided(&$0, to: limit, leavingOut: part, mark: Array(mark.utf8), at: places) }
    }
  }

  private func elided(
    _ text: inout any CuttableText, to limit: Int, leavingOut part: Elision.Part, mark: [UInt8], at places: CutPlaces
  ) -> Elision? {
    if text.total <= limit { return whole(text) }
    guard fits(mark.span, within: limit) else { return nil }
    var room = limit - count(mark.span)
    while true {
      let (first, last) = part.shares(of: room)
      let head = text.head(from: 0, to: first, at: places).end
      // The head is at most the first tokens and the tail at most the last, and together they are fewer than all.
      let tail = text.tail(of: head..<text.text.end, to: last, at: places).start
      let bytes = text.bytes(0..<head) + mark + text.bytes(tail..<text.text.end)
      let tokens = count(bytes.span)
      if tokens <= limit {
        return Elision(head: 0..<head, tail: tail..<text.text.end, text: bytes, tokens: tokens, total: text.total)
      }
      // The mark alone fits, so with no room left the loop has ended.
      room = max(0, room - (tokens - limit))
    }
  }

  private func whole(_ text: any CuttableText) -> Elision {
    Elision(
      head: 0..<text.text.end, tail: text.text.end..<text.text.end, text: text.bytes(0..<text.text.end),
      tokens: text.total,
      total: text.total)
  }
}

extension Elision.Part {
  /// How many of `room` tokens the head and the tail may have.
  fileprivate func shares(of room: Int) -> (head: Int, tail: Int) {
    switch self {
    case .tail: return (room, 0)
    case .head: return (0, room)
    case .middle(let headShare):
      let (whole, rest) = room.quotientAndRemainder(dividingBy: 100)
      let share = min(100, max(0, headShare))
      let head = whole * share + rest * share / 100
      return (head, room - head)
    }
  }
}

extension CuttableText {
  fileprivate func bytes(_ range: Range<Int>) -> [UInt8] { range.map { text.byte($0) } }
}
