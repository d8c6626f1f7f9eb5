import TarePrompts
import TareText
import Testing

struct BlockPlacementTests {
  @Test(arguments: [
    ("# A\n\ntext\nmore\n", ["heading1 1-1", "paragraph 3-4"]),
    ("Title\nruns on\n===\ntext", ["heading1 1-3", "paragraph 4-4"]),
    ("```py\n\nx = 1\n\n```\nafter", ["fence(py) 1-5", "paragraph 6-6"]),
    ("```\n```\n\n~~~\n~~~", ["fence() 1-2", "fence() 4-5"]),
    ("```\nnever closed\n\n", ["fence() 1-3"]),
    ("text\n\n    code\n\n    more\n\ntext", ["paragraph 1-1", "code 3-5", "paragraph 7-7"]),
    (
      "1. a\n   - b", ["ordered 1-2", " item 1-2", "  paragraph 1-1", "  list 2-2", "   item 2-2", "    paragraph 2-2"]
    ),
    ("> a\n> ```\n> b\n> ```", ["quote 1-4", " paragraph 1-1", " fence() 2-4"]),
    ("- ```\n  a\n  ```\n- b", ["list 1-4", " item 1-3", "  fence() 1-3", " item 4-4", "  paragraph 4-4"]),
    ("| a |\n|---|\n| b |\n\nc", ["table 1-3", "paragraph 5-5"]),
    ("| |\n|---|\n| |", ["table 1-3"]),
    ("***\n\n- - -\n", ["rule 1-1", "rule 3-3"]),
    (
      "- - - ***\n\n***",
      [
        "list 1-1", " item 1-1", "  list 1-1", "   item 1-1", "    list 1-1", "     item 1-1", "      rule 1-1",
        "rule 3-3",
      ]
    ),
    ("![](a.png)\n|---|\n* a", ["table 1-2", "list 3-3", " item 3-3", "  paragraph 3-3"]),
    ("![](a.png)\n![](b.png)\ntext", ["paragraph 1-3"]),
    ("<rules>\nBe brief.\n</rules>\n\ntext", ["html 1-3", "paragraph 5-5"]),
    ("[a]: /u\n\ntext", ["paragraph 3-3"]),
  ])
  func `blocks stand on the lines that hold them`(prompt: String, expected: [String]) throws {
    #expect(try document(prompt).outline == expected)
    #expect(try document(prompt.replacing("\n", with: "\r\n")).outline == expected)
  }

  @Test func `a hash in a fence opens no section`() throws {
    let sections = try document("# One\n```\n# not a heading\n```\n## Two ##\nx\n# Three").sections
    #expect(sections.map(\.title) == ["One", "Two", "Three"])
    #expect(sections.map(\.lines) == [0..<6, 4..<6, 6..<7])
    #expect(sections.map(\.parent) == [nil, 0, nil])
  }

  @Test func `a line knows the sections around it`() throws {
    let document = try document("x\n# One\n## Two\na\n## Three\nb\n# Four")
    let titles = (0..<7).map { line in document.sections(around: line).map(\.title) }
    #expect(titles == [[], ["One"], ["Two", "One"], ["Two", "One"], ["Three", "One"], ["Three", "One"], ["Four"]])
  }

  @Test func `text between tags is prose, and tags and comments are not`() throws {
    let lines = try document("<rules>\nBe brief.\n</rules>\n<!-- why\nnot sent -->\n").lines
    #expect(lines.map(\.kind) == [.html, .prose, .html, .html, .html])
  }

  @Test func `plain text keeps its fences and loses indented code and tags`() throws {
    let text = "    indented\n\n<b>\n\n```\ncode\n```"
    #expect(try document(text, path: "a.txt").outline == ["paragraph 1-1", "paragraph 3-3", "fence() 5-7"])
    #expect(try document(text, path: "a.md").outline == ["code 1-1", "html 3-3", "fence() 5-7"])
  }

  @Test(arguments: Fragments.prompts(count: 1_500, seed: 7))
  func `leaves follow each other without overlap, inside what holds them`(prompt: String) throws {
    let document = try document(prompt)
    var last = 0
    for block in document.blocks where !block.isContainer {
      #expect(block.lines.lowerBound >= last && block.lines.upperBound <= document.source.lineCount)
      last = block.lines.upperBound
    }
    for block in document.blocks {
      guard let parent = block.parent, !block.lines.isEmpty else { continue }
      #expect(document.blocks[parent].lines.lowerBound <= block.lines.lowerBound)
      #expect(document.blocks[parent].lines.upperBound >= block.lines.upperBound)
    }
  }
}
