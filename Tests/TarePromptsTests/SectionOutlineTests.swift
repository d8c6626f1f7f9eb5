import TarePrompts
import TareText
import Testing

struct SectionOutlineTests {
  @Test func `sections are parts, and what stands before the first has no name`() throws {
    let outline = try document("Hello.\n\n# A\n\ntext\n\n## B\n\n```\n# no heading\n```\n\n# C\n").sectionOutline
    #expect(outline.parts.map(\.name) == ["", "# A", "## B", "# C"])
    #expect(outline.parts.map(\.parent) == [nil, nil, 1, nil])
    #expect(outline.parts.map(\.start) == [0, 8, 19, 47])
    #expect(outline.segments.map(\.end) == [8, 19, 47, 51])
  }

  @Test(arguments: [
    "", "text", "# A", "---\na: 1\n---\n# A\n", "A\n=\n", "> # quoted\n\n- # in a list\n", "#\n#\n", "\u{FEFF}# A\r\nx",
  ])
  func `segments reach from the first byte to the last`(text: String) throws {
    let outline = try document(text).sectionOutline
    #expect(outline.segments.last?.end ?? 0 == text.utf8.count)
    #expect(outline.segments.allSatisfy { $0.part < outline.parts.count })
  }
}
