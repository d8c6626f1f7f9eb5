import TarePrompts
import TareText
import Testing

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
    Growing("brackets") { String(repeating: "[", count: $0) },
    Growing("zeros") { String(repeating: "\0\n", count: $0) },
    Growing("carriage returns") { String(repeating: "\r", count: $0) },
    Growing("small tables") { String(repeating: "|a|\n|-|\n|b|\n\n", count: $0) },
  ]

  @Test(arguments: growing)
  func `what is known of a text grows no faster than the text`(growing: Growing) throws {
    let small = try facts(of: growing.text(2_000))
    let large = try facts(of: growing.text(20_000))
    #expect(large <= 10 * small + 100)
  }

  /// How many things a document holds.
  private func facts(of text: String) throws -> Int {
    let document = try document(text)
    let cells = document.tables.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.cells.count } }
    return document.blocks.count + document.inlineSpans.count + document.placeholders.count + cells
  }

  @Test(arguments: [[], [0xEF, 0xBB, 0xBF], [0x0D], [0x0A], Array("---\n---".utf8), Array("---\n---\n".utf8), [0x00]])
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

  @Test func `bytes that are no text name the first of them`() throws {
    let error = try #require(throws: PromptReadError.self) {
      try PromptDocument(path: "a.md", bytes: Array("ab".utf8) + [0xFF])
    }
    #expect(error.description == "not UTF-8: byte 0xFF at offset 2")
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
