import TarePrompts
import TareText
import Testing

struct FrontMatterTests {
  @Test func `keys and scalars are facts with their places`() throws {
    let document = try document(
      "---\nname: a\ndescription: >\n  two\n  lines\ntags: [x]\n---\nBody\n", path: "SKILL.md")
    let frontMatter = try #require(document.frontMatter)
    let description = try #require(frontMatter.entry("description"))
    #expect(frontMatter.name == "a")
    #expect(frontMatter.description == "two lines\n")
    #expect(frontMatter["tags"] == nil && frontMatter.entry("tags") != nil)
    #expect(document.source.string(in: description.range) == "description: >\n  two\n  lines")
    #expect(document.source.string(in: document.bodyRange) == "Body\n")
    #expect(document.lines.prefix(7).allSatisfy { $0.kind == .frontMatter })
  }

  @Test func `values keep their spelling`() throws {
    let frontMatter = try #require(
      try document("---\nversion: 1.10\nflag: no\nnothing: ~\n---\nx", path: "a.mdc").frontMatter)
    #expect(frontMatter.entries.map(\.value) == ["1.10", "no", "~"])
  }

  @Test(arguments: [
    ("SKILL.md", ["always", "perUse"]), ("rules/a.mdc", ["always", "perUse"]), ("a.agent.md", ["always", "perUse"]),
    ("a.prompt.md", ["perUse"]), ("CLAUDE.md", ["always"]), ("prompt.md", ["always"]), ("a.txt", ["always"]),
    ("skills/pdf/references/forms.md", ["onDemand"]),
  ])
  func `the format says what is sent and when`(path: String, expected: [String]) throws {
    let document = try document("---\ndescription: Reads invoices.\n---\nBody\n", path: path)
    #expect(document.sentTexts.map(\.loadClass.rawValue) == expected)
    #expect(document.sentTexts.last.map { String(decoding: $0.utf8, as: UTF8.self) } == "Body\n")
  }

  @Test(arguments: [("alwaysApply: true", LoadClass.always), ("alwaysApply: false", .perUse), ("globs: *.ts", .perUse)])
  func `a rule is always sent when it says so`(line: String, expected: LoadClass) throws {
    #expect(try document("---\n\(line)\n---\nBody", path: "a.mdc").sentTexts.last?.loadClass == expected)
  }

  @Test(arguments: [
    "**/*.ts, *.tsx", "{src,test}/**/*.ts", "!build/**", "*.it's", "[**/*.ts, *.tsx]", "src/**/*.{ts,tsx}",
    (0..<40).map { "**/*.e\($0)" }.joined(separator: ","), (0..<40).map { "*e\($0)" }.joined(separator: ", "),
  ])
  func `a file pattern needs no quotes`(pattern: String) throws {
    let document = try document("---\nglobs: \(pattern)\nalwaysApply: true\n---\nx", path: "a.mdc")
    #expect(document.frontMatter?["globs"] == pattern)
    #expect(document.frontMatter?["alwaysApply"] == "true")
  }

  @Test(arguments: ["- ", "  - "])
  func `nor does one in a list`(mark: String) throws {
    let patterns = (0..<40).map { "\(mark)**/*.e\($0)\n\n\(mark){a,b}/*.e\($0)\n" }.joined()
    let document = try document("---\nglobs:\n# all of them\n\(patterns)name: x\n---\nx", path: "a.mdc")
    #expect(document.frontMatter?.entries.map(\.key) == ["globs", "name"])
  }

  @Test func `what is no list of patterns is YAML`() throws {
    let error = try #require(throws: PromptError.self) {
      try document("---\nglobs:\n  - *.ts\nnames:\n  - *.ts\n---\nx", path: "a.mdc")
    }
    #expect(error.location.line == 5)
  }

  @Test func `stars that cannot be aliases are not counted as such`() throws {
    let stars = (0..<40).map { "k\($0): a*b **c** 2 * 3\n" }.joined()
    #expect(try document("---\n\(stars)---\nx", path: "SKILL.md").frontMatter?.entries.count == 40)
  }

  @Test(arguments: [
    ("---\nname: a\ndescription: x: y\n---\n", "SKILL.md:3:1"),
    ("---\nname: a\nno key here\n---\n", "SKILL.md:4:1"),
    ("\u{FEFF}---\r\nname: a\r\nkind: 'open\r\n---\r\nx", "SKILL.md:3:1"),
    ("---\na: 1\na: 2\n---\n", "SKILL.md:2:1"),
  ])
  func `broken YAML is an error at its line in the file`(text: String, place: String) throws {
    let error = try #require(throws: PromptError.self) { try document(text, path: "SKILL.md") }
    #expect(error.description.hasPrefix(place + ": front matter "), "\(error)")
    #expect(error.code == .malformedFrontMatter)
  }

  @Test(arguments: [
    "---\nJust a note: it was\n  - late: and\n---\ntext", "---\n\nplain words\n\n---\n", "---\n- a\n---\nx",
    "---\nnever closed",
  ])
  func `in a prompt that needs none, lines between dashes may be text`(text: String) throws {
    let document = try document(text)
    #expect(document.frontMatter == nil && document.bodyRange.start == 0)
  }

  @Test(arguments: [
    "a: &a [x]\n" + (0..<40).map { "k\($0): *a\n" }.joined(),
    "a: &a [x]\nb: [" + String(repeating: "*a,", count: 40) + "]",
    "a: &a [x]\nb: {" + (0..<40).map { "\"k\($0)\":*a," }.joined() + "}",
    "a: &a [x]\nb:\n" + String(repeating: "- *a\n", count: 40),
    "a: " + String(repeating: "[", count: 5_000),
    "a: " + String(repeating: String(repeating: "[", count: 50) + "\n", count: 20),
    String(repeating: "- ", count: 5_000) + "x",
    "a: '" + String(repeating: "x", count: 70_000) + "'",
    (0..<11_000).map { "k\($0): 1\n" }.joined(),
  ])
  func `hostile YAML runs into a budget`(yaml: String) throws {
    let error = try #require(throws: PromptError.self) { try document("---\n\(yaml)\n---\nx", path: "SKILL.md") }
    #expect(error.code == .frontMatterTooComplex)
  }

  @Test func `an alias of an alias is not unrolled`() throws {
    var yaml = "a0: &a0 [x, x]\n"
    for level in 1..<10 { yaml += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
    #expect(try document("---\n\(yaml)---\nx", path: "SKILL.md").frontMatter?.entries.count == 10)
  }
}
