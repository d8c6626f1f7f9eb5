import TareText
import Testing

@testable import TarePrompts

struct HostileTextTests {
  /// A text of any number of pieces that some reader of Markdown takes more than linear time for.
  struct Growing: Sendable, CustomStringConvertible {
    let description: String
    let text: @Sendable (Int) -> String

    init(_ description: String, _ text: @escaping @Sendable (Int) -> String) {
      self.description = description
      self.text = text
    }
  }

  static let growing: [Growing] = [
    Growing("one line") { String(repeating: "a", count: $0 * 10) },
    Growing("blank lines") { String(repeating: "\n", count: $0) },
    Growing("nested items, then blank lines") {
      String(repeating: "- ", count: $0) + "a\n" + String(repeating: "\n", count: $0)
    },
    Growing("nested quotations") { String(repeating: ">", count: $0) + "\n" + String(repeating: "a\n", count: $0) },
    Growing("a wide table of short rows") {
      String(repeating: "|a", count: $0) + "|\n" + String(repeating: "|---", count: $0) + "|\n"
        + String(repeating: "|x|\n", count: $0)
    },
    Growing("images without captions") { String(repeating: "![](a)\n", count: $0) },
    Growing("empty fences") { String(repeating: "```\n```\n\n", count: $0) },
    Growing("open braces") { String(repeating: "{{a", count: $0) },
    Growing("back-ticks in a table") { "|" + String(repeating: "`a", count: $0) + "|b|\n|--|--|\n|c|d|\n" },
    Growing("a paragraph of links") { String(repeating: "[a](b)\n", count: $0) },
    Growing("rules in nested lists") { String(repeating: "- - - ***\n", count: $0) },
    Growing("rules in quoted lists") { String(repeating: "> 1. > + - ___\n", count: $0) },
    Growing("empty headings in lists") { String(repeating: "- - #\n", count: $0) },
    Growing("empty items") { String(repeating: "-\n", count: $0) },
    Growing("brackets") { String(repeating: "[", count: $0) },
    Growing("zeros") { String(repeating: "\0\n", count: $0) },
    Growing("open statements") { String(repeating: "{%", count: $0) },
    Growing("open comments") { String(repeating: "{#{{!--{{!{{{", count: $0) },
    Growing("open strings in tags") { String(repeating: "{{ ' }}{% \" %}", count: $0) },
    Growing("raw blocks that never end") { String(repeating: "{% raw %}", count: $0) },
    Growing("blanks around tags") { String(repeating: "   {%- a -%}   {{~b~}}", count: $0) },
    Growing("fields in fields") { String(repeating: "{a{b", count: $0) },
    Growing("blocks that never end") { String(repeating: "{{#each a}}\n", count: $0) },
    Growing("carriage returns") { String(repeating: "\r", count: $0) },
    Growing("small tables") { String(repeating: "|a|\n|-|\n|b|\n\n", count: $0) },
  ]

  /// `Scripts/growth.py` times the same kinds of text; here it is work that is counted.
  @Test(arguments: growing)
  func `a text has no more facts than bytes, and each of its lines is searched once`(growing: Growing) throws {
    let document = try document(growing.text(2_000))
    let cells = document.tables.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.cells.count } }
    let facts = document.blocks.count + document.inlineSpans.count + document.placeholders.count + cells
    #expect(facts <= document.source.utf8.count + 1)
    #expect(document.lines.count == document.source.lineCount)

    var placement = BlockPlacement(BodyLines(document.source, body: document.bodyRange))
    _ = placement.place(MarkdownOutline(document.source.utf8[...], dialect: .markdown))
    #expect(placement.visitedLines <= document.source.lineCount)
  }

  @Test(arguments: growing)
  func `a template has no more facts than bytes`(growing: Growing) throws {
    let text = growing.text(2_000)
    for path in ["a.j2", "a.hbs", "a.prompt", "a.prompty"] {
      let document = try document(text, path: path)
      document.checkTiling("\(path)")
      #expect(document.placeholders.count + document.spans.count + document.variables.count <= 3 * text.utf8.count + 1)
    }
  }

  @Test(arguments: [
    ("a.prompt.yml", "messages:\n", "- {role: user, content: a}\n", ""), ("a.prompt.yml", "messages: ", "[", ""),
    ("a.prompt.yml", "messages:\n- &a {role: user, content: a}\n", "- *a\n", ""), ("a.json", "", "[", ""),
    ("a.json", "[0", ",{\"role\":\"user\",\"content\":\"\\n\"}", "]"), ("a.jsonl", "", "[]\n", ""),
    ("a.json", "{\"lc\":1,\"kwargs\":", "{\"kwargs\":", ""),
    ("a.prompt.yml", "messages:\n- content: \"", "\\\n ", "\""),
    ("promptfooconfig.yaml", "prompts:\n", "- >\n  a\n\n", ""), ("promptfooconfig.yaml", "prompts: '", "''", "'"),
  ])
  func `files of values end in a document or in an error`(path: String, head: String, piece: String, tail: String)
    throws
  {
    let text = head + String(repeating: piece, count: 2_000) + tail
    do throws(PromptReadError) {
      try PromptDocument(path: path, bytes: Array(text.utf8)).checkTiling("\(path)")
    } catch {
      guard case .malformed(let error) = error else { throw error }
      #expect(error.code == .malformedFile)
    }
  }

  @Test(arguments: [
    ("nested quotations", UnreadStructure.Reason.nesting), ("nested items, then blank lines", .nesting),
    ("a wide table of short rows", .tableCells), ("a paragraph of links", .links),
  ])
  func `structure that is not read is not passed over in silence`(
    kind: String, reason: UnreadStructure.Reason
  ) throws {
    let growing = try #require(Self.growing.first { $0.description == kind })
    #expect(try document(growing.text(20)).unreadStructure == nil)
    let unread = try #require(try document("text\n\n" + growing.text(20_000)).unreadStructure)
    #expect(unread.reason == reason)
    #expect(unread.range.start > 0)
  }

  @Test(arguments: [[], [0xEF, 0xBB, 0xBF], [0x0D], [0x0A], Array("---\n---".utf8), Array("---\n---\n".utf8)])
  func `next to nothing is a prompt too`(bytes: [UInt8]) throws {
    for path in ["a.md", "a.txt", "SKILL.md", "a.mdc"] {
      let document = try PromptDocument(path: path, bytes: bytes)
      #expect(document.source.utf8 == bytes)
      #expect(document.lines.count == document.source.lineCount)
    }
  }

  @Test(arguments: [".\n1. #", "Rules:\n1) ##", "# H\n\nText\n1. #", "> a\n> 1. #", "a\n1. ---", "a\n1. ```"])
  func `an item without text at the very end takes no line from what stands before`(prompt: String) throws {
    let document = try document(prompt, path: "a.md")
    #expect(document.lines.count == document.source.lineCount)
    #expect(document.blocks.contains { $0.kind == .paragraph })
  }

  @Test(arguments: [
    ([0x61, 0x62, 0xFF], "not UTF-8: byte 0xFF at offset 2"),
    ([0xFF, 0xFE, 0x61, 0x00], "not UTF-8: byte 0xFF at offset 0, as in the byte order mark of UTF-16"),
    ([0xFE, 0xFF, 0x00, 0x61], "not UTF-8: byte 0xFE at offset 0, as in the byte order mark of UTF-16"),
    ([0x61, 0x00, 0x62, 0x00], "not text: byte 0x00 at offset 1"),
  ])
  func `bytes that are no text name the first of them`(bytes: [UInt8], expected: String) throws {
    let error = try #require(throws: PromptReadError.self) { try PromptDocument(path: "a.md", bytes: bytes) }
    #expect(error.description == expected)
  }

  @Test(arguments: Fragments.prompts(count: 300, seed: 42))
  func `any text is read, and every fact lies inside it`(prompt: String) throws {
    for path in ["a.md", "a.txt", "CLAUDE.md"] {
      let document = try document(prompt, path: path)
      let whole = document.source.range
      let ranges =
        document.blocks.map(\.range) + document.lines.map(\.range) + document.placeholders.map(\.range)
        + document.inlineSpans.map(\.range) + document.sentTexts.map(\.range)
        + document.tables.flatMap { $0.rows.flatMap { $0.cells.flatMap { [$0.range, $0.content] } } }
      #expect(ranges.allSatisfy { whole.contains($0) })
    }
  }
}
