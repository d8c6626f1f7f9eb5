import TarePrompts
import Testing

struct PromptZoneTests {
  /// The kinds of each line, by their first letters.
  private func kinds(_ text: String) throws -> [String] {
    let document = try document(text, path: "prompt.md")
    return document.lines.map { line in
      let kinds = document.zones.kinds(ofLine: line.index)
      return PromptZone.Kind.allCases.filter { kinds.contains(.init($0)) }.map { $0.rawValue.prefix(1) }.joined()
    }
  }

  @Test func `quotations, tagged examples and tagged data are zones, tags included`() throws {
    #expect(try kinds("> a\n\nb") == ["q", "", ""])
    #expect(try kinds("a\n<example>\nb\n\nc\n</example>\nd") == ["", "e", "e", "e", "e", "e", ""])
    #expect(try kinds("<transcript id=\"1\">\na\n</transcript>\nb") == ["d", "d", "d", ""])
    #expect(try kinds("<example>a</example>\nb") == ["e", ""])
  }

  @Test func `a line in several zones is of each kind`() throws {
    #expect(
      try kinds("<examples>\n<document>\na\n</document>\n\n> b\n\n</examples>") == [
        "e", "ed", "ed", "ed", "e", "qe", "e", "e",
      ])
  }

  @Test func `a tag without its other half, or in code, opens nothing`() throws {
    #expect(try kinds("<example>\na\n\nb").allSatisfy { $0 == "" })
    #expect(try kinds("```\n<example>\na\n</example>\n```").allSatisfy { $0 == "" })
    #expect(try kinds("</example>\na\n<example>").allSatisfy { $0 == "" })
  }

  @Test func `tags that hold instructions as often are no zones`() throws {
    #expect(try kinds("<context>\na\n</context>\n<rules>\nb\n</rules>").allSatisfy { $0 == "" })
  }

  @Test func `a heading says what its section is`() throws {
    #expect(try kinds("# Few-shot\na\n## Two\nb\n# Rules\nc") == ["e", "e", "e", "e", "", ""])
    #expect(try kinds("## Output format\na\n## Example output\nb") == ["f", "f", "e", "e"])
  }

  @Test func `questions and answers in turn are examples, one pair is the form of a request`() throws {
    #expect(
      try kinds("Be brief.\n\nQ: a\nA: b\nc\n\nQ: d\n**A**: e\nf\n\ng") == ["", ""] + .init(repeating: "e", count: 7)
        + ["", ""])
    #expect(try kinds("Question: a\nAnswer:").allSatisfy { $0 == "" })
    #expect(try kinds("Q: a\nA: b\n# Rules\nQ: a\nA: b").allSatisfy { $0 == "" })
  }

  @Test func `lines with times are a transcript, a few are a plan`() throws {
    let lines = (0..<9).map { "[00:1\($0)] a" }
    #expect(try kinds(lines.joined(separator: "\nsaid on\n") + "\n\nb") == .init(repeating: "d", count: 17) + ["", ""])
    #expect(try kinds(lines.prefix(7).joined(separator: "\n")).allSatisfy { $0 == "" })
  }

  @Test func `a value that fills a line is data`() throws {
    #expect(try kinds("Be brief.\n\n  {{document}}\n\nSee {{document}}.") == ["", "", "d", "", ""])
  }

  @Test func `stretches of one kind hold each line once`() throws {
    let document = try document(
      "# Examples\n<example>\na\n</example>\n\n# Rules\n\n<example>b</example>", path: "prompt.md")
    #expect(document.zones.outermost(.example) == [0..<5, 7..<8])
  }

  @Test func `zones nested as deep as the file has lines take no more than time in proportion`() throws {
    let depth = 20_000
    let text = String(repeating: "<example>\n", count: depth) + String(repeating: "</example>\n", count: depth)
    let document = try document(text, path: "prompt.md")
    #expect(document.zones.all.count == depth && document.zones.outermost(.example) == [0..<(2 * depth)])
  }
}
