public import TareText

extension PromptDocument {
  /// The comments of Markdown and HTML in the body, `<!--` to `-->`, which are sent like any other text.
  ///
  /// Those in code are code, and one that is not closed is text. Comments that let findings be are there for a reason,
  /// and not among them.
  ///
  /// - Complexity: O(*n*) in bytes.
  public var markupComments: [SourceRange] {
    let utf8 = source.utf8
    var comments: [SourceRange] = []
    var at = bodyRange.start
    while let opening = Self.next("<!--", in: utf8, from: at, to: bodyRange.end) {
      guard !isCode(opening) else {
        at = opening + 4
        continue
      }
      guard let closing = Self.next("-->", in: utf8, from: opening + 4, to: bodyRange.end) else { break }
      comments.append(SourceRange(opening, closing + 3))
      at = closing + 3
    }
    guard !comments.isEmpty else { return [] }
    let suppressions = Set(suppressionComments.map(\.range))
    return comments.filter { !suppressions.contains($0) }
  }

  private static func next(_ marks: String, in utf8: [UInt8], from start: Int, to end: Int) -> Int? {
    guard start + marks.utf8.count <= end else { return nil }
    let marks = Array(marks.utf8)
    return (start...(end - marks.count)).first { at in
      utf8[at] == marks[0] && utf8[at..<(at + marks.count)].elementsEqual(marks)
    }
  }
}
