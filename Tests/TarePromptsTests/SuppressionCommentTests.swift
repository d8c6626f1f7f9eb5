import TarePrompts
import TareText
import Testing

struct SuppressionCommentTests {
  struct Notation: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String
    let isSent: Bool
    var testDescription: String { path }
  }

  static let notations = [
    Notation(path: "a.md", text: "<!-- tare:ignore DUP001 -- why not -->\nBe brief.\n", isSent: true),
    Notation(path: "a.txt", text: "<!-- tare:ignore DUP001 -- why not -->\nBe brief.\n", isSent: true),
    Notation(path: "a.jinja", text: "{# tare:ignore DUP001 -- why not #}\nBe brief.\n", isSent: false),
    Notation(path: "a.j2", text: "{#- tare:ignore DUP001 -- why not -#}\nBe brief.\n", isSent: false),
    Notation(path: "a.hbs", text: "{{! tare:ignore DUP001 -- why not }}\nBe brief.\n", isSent: false),
    Notation(path: "a.mustache", text: "{{!-- tare:ignore DUP001 -- why not --}}\nBe brief.\n", isSent: false),
    Notation(
      path: "a.prompt", text: "---\nmodel: m\n---\n{{! tare:ignore DUP001 -- why not }}\nBe brief.\n", isSent: false),
    Notation(
      path: "SKILL.md", text: "---\nname: a\n# tare:ignore DUP001 -- why not\ndescription: d\n---\nBe brief.\n",
      isSent: false),
    Notation(
      path: "a.prompt.yml",
      text: "messages:\n  # tare:ignore DUP001 -- why not\n  - role: user\n    content: Be brief.\n", isSent: false),
    Notation(
      path: "promptfooconfig.yaml", text: "prompts:\n  - Be brief. # tare:ignore DUP001 -- why not\n", isSent: false),
  ]

  @Test(arguments: notations)
  func `every format has its comment`(notation: Notation) throws {
    let comments = try document(notation.text, notation.path).suppressionComments
    let comment = try #require(comments.first)
    #expect(comments.count == 1)
    #expect(comment.scope == .line && comment.rules.map(\.text) == ["DUP001"] && comment.reason == "why not")
    #expect(comment.isSent == notation.isSent)
  }

  @Test(arguments: [PromptFormat.pythonLiterals, .typeScriptLiterals])
  func `programs have theirs`(format: PromptFormat) throws {
    let isPython = format == .pythonLiterals
    let text = "\(isPython ? "#" : "//") tare:ignore DUP001 -- why\nprompt = \"Be brief.\"\n"
    let file = PromptFile(path: isPython ? "a.py" : "a.ts", source: SourceText(text))
    let comments = try PromptDocument(parsing: file, as: format).suppressionComments
    #expect(comments.map(\.reason) == ["why"] && comments.allSatisfy { $0.standsAlone && !$0.isSent })
  }

  @Test func `all that a comment says is read, with its places`() throws {
    let text = "a\n  <!--  tare:ignore-start DUP001,  duplicate-block UNI until 2027-01-31  --  it is\n meant  -->\nb"
    let comment = try #require(try document(text, "a.md").suppressionComments.first)
    #expect(comment.scope == .start && comment.until?.text == "2027-01-31" && comment.reason == "it is meant")
    #expect(comment.rules.map(\.text) == ["DUP001", "duplicate-block", "UNI"])
    #expect(comment.rules.map { SourceText(text).string(in: $0.range) } == comment.rules.map(\.text))
    #expect(comment.lines == 1..<3 && comment.standsAlone)
  }

  @Test(arguments: [
    "```\n<!-- tare:ignore DUP001 -->\n```\n", "`<!-- tare:ignore DUP001 -->` says so", "tare:ignore DUP001",
    "<!-- see tare:ignore DUP001 -->", "# tare:ignore DUP001\n", "{# tare:ignore DUP001 #}\n",
    "<!-- tare:ignore DUP001",
    "<!-- tare:prompt -->", "<!-- tare: -->",
  ])
  func `what is mentioned is not used`(text: String) throws {
    #expect(try document(text, "a.md").suppressionComments.isEmpty)
  }

  @Test func `in YAML, a mark inside of a text is text`() throws {
    let text = "messages:\n  - role: user\n    content: |\n      Be brief.\n      # tare:ignore DUP001\n"
    #expect(try document(text, "a.prompt.yml").suppressionComments.isEmpty)
  }

  @Test func `comments in prompts that are values stand where the file has them`() throws {
    let text = "prompts:\n  - |\n    {# tare:ignore DUP001 -- why #}\n    Be brief.\n"
    let comment = try #require(try document(text, "promptfooconfig.yaml").suppressionComments.first)
    #expect(SourceText(text).string(in: comment.range) == "{# tare:ignore DUP001 -- why #}")
    #expect(comment.lines == 2..<3 && comment.standsAlone && !comment.isSent)
  }

  @Test func `any bytes can stand in a comment`() throws {
    for tail in ["", " ", "ignore", "ignore,", "ignore --", "ignore until", "ignore-", "ignore\u{0} é -- \u{1F600}"] {
      for close in ["", "-->", "--", "}}"] { _ = try document("<!-- tare:\(tail)\(close)", "a.md").suppressionComments }
    }
  }

  private func document(_ text: String, _ path: String) throws -> PromptDocument {
    try PromptDocument(parsing: PromptFile(path: path, source: SourceText(text)))
  }
}
