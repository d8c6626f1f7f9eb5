extension TextCursor {
  /// The start of the scalar that ends at `offset`; a byte that belongs to none is one of its own.
  ///
  /// - Precondition: `offset > 0`.
  func scalarStart(before offset: Int) -> Int {
    // A byte that may continue a scalar belongs to the lead byte that claims it, at most three bytes before.
    for start in stride(from: offset - 1, through: max(0, offset - 4), by: -1) where byte(start) & 0xC0 != 0x80 {
      return start + scalar(start).length == offset ? start : offset - 1
    }
    return offset - 1
  }

  /// `offset`, or the start of the scalar that it stands in or that may be cut off there by the end of the text.
  func wholeScalars(before offset: Int) -> Int {
    for start in stride(from: offset - 1, through: max(0, offset - 3), by: -1) where byte(start) >= 0xC0 {
      let length = byte(start) < 0xE0 ? 2 : byte(start) < 0xF0 ? 3 : 4
      return start + length > offset ? start : offset
    }
    return offset
  }

  /// Whether no character begins before `offset` and ends behind it.
  func isScalarEdge(_ offset: Int) -> Bool {
    guard offset > 0, offset < end, byte(offset) & 0xC0 == 0x80 else { return true }
    for start in stride(from: offset - 1, through: max(0, offset - 3), by: -1) where byte(start) & 0xC0 != 0x80 {
      return start + scalar(start).length <= offset
    }
    return true
  }

  /// The last edge of a scalar at or before `offset`.
  func scalarEdge(atMost offset: Int) -> Int {
    var place = min(max(0, offset), end)
    while !isScalarEdge(place) { place -= 1 }
    return place
  }

  /// The first edge of a scalar at or behind `offset`.
  func scalarEdge(atLeast offset: Int) -> Int {
    var place = min(max(0, offset), end)
    while !isScalarEdge(place) { place += 1 }
    return place
  }
}
