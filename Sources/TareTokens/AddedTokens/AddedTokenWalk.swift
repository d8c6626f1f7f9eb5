/// Where the added tokens of a text stand, for a walk from place to place.
///
/// ```
/// text      … a stretch [token] b stretch …
/// as it came            ▲ looked for first; the stretches between are texts of their own
/// normalized    ▲ looked for in each stretch
/// ```
/// It remembers the stretch it is in. A walk that begins anew anywhere else is right where ``AddedTokens/isLocal``
/// says so.
final class AddedTokenWalk {
  private let tokens: AddedTokens
  private let text: TextCursor
  /// The stretch between two tokens of the text as it came; the second of them.
  private var stretch = 0..<0
  private var raw: AddedTokenSearch.Match?
  /// The first token of either kind at or behind `searched`.
  private var next: AddedTokenSearch.Match?
  private var searched = -1

  init(_ tokens: AddedTokens, _ text: TextCursor) {
    self.tokens = tokens
    self.text = text
  }

  /// The most bytes that have to be seen to know of a place whether a token begins there.
  var longest: Int { tokens.longest }
  /// The end of the furthest token that was found as a piece.
  private(set) var furthest = 0

  /// The first token at or behind `start`, which is the end of a piece or where a text of its own begins.
  func match(from start: Int) -> AddedTokenSearch.Match? {
    if searched >= 0, start >= searched, start <= next?.range.lowerBound ?? text.end { return next }
    if searched < 0 || start < stretch.lowerBound || start > stretch.upperBound { enter(start) }
    searched = start
    let normalized = tokens.normalized?.next(
      text.cut(at: stretch.upperBound), from: start, textStart: stretch.lowerBound)
    next = normalized ?? raw
    return next
  }

  /// Where the piece at `start` ends at the latest, and whether it is a token that ends there.
  func limit(from start: Int) -> (end: Int, isToken: Bool) {
    guard let match = match(from: start) else { return (text.end, false) }
    guard match.range.lowerBound == start else { return (match.range.lowerBound, false) }
    furthest = max(furthest, match.range.upperBound)
    return (match.range.upperBound, true)
  }

  /// The token that is the piece, if it is one.
  func token(_ start: Int, _ end: Int) -> TokenID? {
    guard let match = match(from: start), match.range == start..<end else { return nil }
    return match.id
  }

  private func enter(_ start: Int) {
    raw = tokens.raw?.next(text, from: start)
    stretch = start..<(raw?.range.lowerBound ?? text.end)
  }
}
