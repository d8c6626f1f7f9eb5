/// Where a text may be cut. The start and the end of a text are always such places, and no place is inside a
/// character's bytes.
public enum CutPlaces: Sendable, Hashable {
  /// Between two tokens of the whole text, where that is the edge of a Unicode scalar: the finest.
  case token
  /// Between two characters as people see them (extended grapheme clusters, in the version of Unicode that the
  /// Swift runtime knows), so that an accent stays with its letter and a joined emoji whole. A cluster that is longer
  /// than 1,024 bytes may be cut between scalars.
  case character
  /// Behind a line feed.
  case line
  /// Behind two line feeds or more.
  case paragraph
  /// At offsets that the caller knows, such as the ends of sentences or of records, in ascending order.
  case offsets([Int])
}

extension TextCursor {
  /// The last place of `places` that is at most `offset`, or `floor` when there is none behind it.
  ///
  /// - Parameter offset: For `token`, the end of a token already.
  /// - Complexity: O(distance) in bytes; O(log *n*) for offsets.
  func cutPlace(_ places: CutPlaces, atMost offset: Int, notBefore floor: Int) -> Int {
    guard offset > floor else { return floor }
    guard offset < end else { return end }
    switch places {
    case .token: return offset
    case .character: return characterStart(atMost: offset, notBefore: floor)
    case .line, .paragraph: return lineStart(places, atMost: offset, notBefore: floor)
    case .offsets(let offsets):
      let count = offsets.orderedPrefix { $0 <= offset }
      return count == 0 ? floor : max(floor, scalarEdge(atMost: offsets[count - 1]))
    }
  }

  /// The first place of `places` that is at least `offset`, or `ceiling` when there is none before it.
  func cutPlace(_ places: CutPlaces, atLeast offset: Int, notAfter ceiling: Int) -> Int {
    guard offset < ceiling else { return ceiling }
    guard offset > 0 else { return 0 }
    switch places {
    case .token: return offset
    case .character: return characterStart(atLeast: offset, notAfter: ceiling)
    case .line, .paragraph:
      var place = offset
      while place < ceiling, !isLineStart(place, places) { place += 1 }
      return place
    case .offsets(let offsets):
      let index = offsets.orderedPrefix { $0 < offset }
      return index == offsets.count ? ceiling : min(ceiling, scalarEdge(atLeast: offsets[index]))
    }
  }

  private func lineStart(_ places: CutPlaces, atMost offset: Int, notBefore floor: Int) -> Int {
    var place = offset
    while place > floor, !isLineStart(place, places) { place -= 1 }
    return place
  }

  /// Whether a line begins at `offset`, or a paragraph: a line that is not empty behind an empty one.
  private func isLineStart(_ offset: Int, _ places: CutPlaces) -> Bool {
    guard offset > 0, byte(offset - 1) == 0x0A else { return offset == 0 }
    guard places == .paragraph else { return true }
    guard offset == end || (byte(offset) != 0x0A && byte(offset) != 0x0D) else { return false }
    let before = offset > 1 && byte(offset - 2) == 0x0D ? offset - 2 : offset - 1
    return before > 0 && byte(before - 1) == 0x0A
  }
}
