import TareText
import Testing

struct EditTests {
  private let text = SourceText("Answer in English.\nBe brief.\n")

  @Test func `edits apply in any order, and all else stays`() throws {
    let edits: [Edit] = [
      .delete(SourceRange(18, 19)), .replace(SourceRange(0, 6), with: "Réponds"),
      .replace(SourceRange(7, 7), with: "only "),
    ]
    let edited = try text.applying(edits)
    #expect(edited.string == "Réponds only in English.Be brief.\n")
    #expect(try text.applying(edits.reversed()) == edited)
  }

  @Test func `no edit is the identity`() throws {
    #expect(try text.applying([]) == text)
    #expect(try text.applying([.replace(SourceRange(0, 6), with: "Answer")]) == text)
  }

  @Test func `an insertion may stand at the edge of a replacement`() throws {
    let source = SourceText("abc")
    #expect(
      try source.applying([.replace(SourceRange(1, 2), with: "B"), .replace(SourceRange(1, 1), with: "+")]).string
        == "a+Bc")
    #expect(
      try source.applying([.replace(SourceRange(1, 2), with: "B"), .replace(SourceRange(2, 2), with: "+")]).string
        == "aB+c")
  }

  @Test(arguments: [
    (SourceRange(0, 4), SourceRange(3, 5)), (SourceRange(0, 9), SourceRange(2, 3)),
    (SourceRange(4, 4), SourceRange(4, 4)),
    (SourceRange(2, 6), SourceRange(4, 4)), (SourceRange(2, 6), SourceRange(2, 6)),
  ])
  func `edits that touch are refused in either order`(first: SourceRange, second: SourceRange) {
    #expect(throws: EditError.overlap(first, second)) { try text.applying([.delete(first), .delete(second)]) }
    #expect(throws: EditError.overlap(first, second)) { try text.applying([.delete(second), .delete(first)]) }
  }

  @Test func `an edit behind the end is refused`() {
    let range = SourceRange(0, text.utf8.count + 1)
    #expect(throws: EditError.outOfBounds(range)) { try text.applying([.delete(range)]) }
  }

  @Test func `an edit that cuts a scalar is refused`() {
    let error = #expect(throws: EditError.self) { try SourceText("né").applying([.delete(SourceRange(2, 3))]) }
    #expect(error == .brokenScalar(InvalidUTF8(offset: 1, byte: 0xC3)))
    #expect(error?.description == "edited text is not UTF-8: byte 0xC3 at offset 1")
  }
}
