import TareText

/// The Unicode scalars of a text with their places.
struct LineScalars {
  /// One scalar.
  struct Element {
    let scalar: Unicode.Scalar
    let range: SourceRange
  }

  let elements: [Element]

  /// The scalars of `text`; none where all of it is ASCII, which no rule that asks for scalars is about.
  init(_ text: ArraySlice<UInt8>) {
    guard text.contains(where: { $0 >= 0x80 }) else {
      elements = []
      return
    }
    var offset = text.startIndex
    elements = String(decoding: text, as: UTF8.self).unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return Element(scalar: scalar, range: SourceRange(offset, offset + UTF8.width(scalar)))
    }
  }
}
