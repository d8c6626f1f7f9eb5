extension TextCursor {
  /// How far around a place the edges of characters are looked for.
  private static let characterWindow = 1_024

  /// The last edge of a character that is at most `offset`.
  func characterStart(atMost offset: Int, notBefore floor: Int) -> Int {
    let start = certainEdge(before: offset, notBefore: floor)
    return characterEdges(from: start, to: min(end, offset + Self.characterWindow)).last { $0 <= offset } ?? offset
  }

  /// The first edge of a character that is at least `offset`.
  func characterStart(atLeast offset: Int, notAfter ceiling: Int) -> Int {
    let start = certainEdge(before: offset, notBefore: 0)
    let limit = min(ceiling, offset + Self.characterWindow)
    return characterEdges(from: start, to: limit).first { $0 >= offset } ?? offset
  }

  /// A place before `offset` where a character begins for certain: between two ASCII bytes other than CR and LF,
  /// which no rule of Unicode Standard Annex 29 joins.
  private func certainEdge(before offset: Int, notBefore floor: Int) -> Int {
    let first = max(floor, offset - Self.characterWindow)
    var place = offset
    while place > first {
      place -= 1
      if place > first, isLoneASCII(place), isLoneASCII(place - 1) { return place }
    }
    while !isScalarEdge(place) { place += 1 }
    return place
  }

  private func isLoneASCII(_ offset: Int) -> Bool {
    let byte = byte(offset)
    return byte < 0x80 && byte != 0x0A && byte != 0x0D
  }

  /// The edges of the characters of the bytes between two scalar edges, in ascending order, beginning with `start`.
  private func characterEdges(from start: Int, to limit: Int) -> [Int] {
    var text = String.UnicodeScalarView()
    var lengths: [Int] = []
    var place = start
    while place < limit {
      let length = scalar(place).length
      text.append(unicodeScalar(place, length))
      lengths.append(length)
      place += length
    }
    var edges = [start]
    var index = 0
    for character in String(text) {
      let next = index + character.unicodeScalars.count
      edges.append(edges[edges.count - 1] + lengths[index..<next].reduce(0, +))
      index = next
    }
    return edges
  }

  /// The scalar at `offset`; a byte that is none stands for itself as the replacement character.
  private func unicodeScalar(_ offset: Int, _ length: Int) -> Unicode.Scalar {
    let bytes = (offset..<(offset + length)).map { byte($0) }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }
}
