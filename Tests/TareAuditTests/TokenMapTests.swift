import TareAudit
import TareModels
import TarePrompts
import TareTokens
import Testing

struct TokenMapTests {
  private static let files: [(path: String, text: String)] = [
    ("empty.md", ""), ("blank.md", "\n\n"), ("text.txt", "Be brief.\n"),
    ("headings.md", "Before.\n\n# One\n\nA\n\n### Deep\n\nB\n\n## Less deep\n\nC\n\n# Two\n```\n# no heading\n```\n"),
    ("setext.md", "One\n===\n\nText.\n\nTwo\n---\n\nMore.\n"), ("crlf.md", "\u{FEFF}# A\r\n\r\nx\r\n## B\r\ny"),
    ("SKILL.md", "---\nname: x\ndescription: Reads files.\n---\n\n# Use\n\nRead it.\n\n## Then\n\nStop.\n"),
    ("rule.mdc", "---\nalwaysApply: true\n---\nAlways.\n"),
    (
      "chat.prompt",
      "---\nmodel: m\n---\n{{role \"system\"}}\n# Rules\nBe brief.\n{{! a note }}\n{{role \"user\"}}\n{{q}}\n"
    ),
    ("turns.jinja2", "system:\n{# note #}\n# Rules\nBe brief.\n\nuser:\n{{question}}\n"),
    (
      "models.prompt.yml",
      "messages:\n  - role: system\n    content: |\n      # Rules\n      Be brief.\n  - role: user\n    content: \"{{input}}\"\n"
    ),
    (
      "request.json",
      ##"{"model":"gpt-4o","messages":[{"role":"system","content":"# A\nBe brief.\n# B\nBe kind."},{"role":"user","content":"Hi"}]}"##
    ),
  ]

  private func documents() throws -> [PromptDocument] {
    try Self.files.map { try PromptDocument(path: $0.path, bytes: Array($0.text.utf8)) }
  }

  private func nodes(_ node: TokenMap.Node) -> [TokenMap.Node] { [node] + node.children.flatMap { nodes($0) } }

  @Test(arguments: ["gpt-4o", "claude-sonnet-5"])
  func `a file of the map has the tokens that an audit says it sends`(model: String) throws {
    let counting = try ModelTokenizer(for: ModelDirectory.builtIn.model(named: model))
    let auditor = Auditor([], counting: counting)
    for document in try documents() {
      let audit = auditor.audit(document)
      let map = TokenMap(of: [document], counting: counting)
      #expect(map.root.tokens.total == audit.ledger.sent, "\(document.path)")
      #expect(map.basis == audit.ledger.basis, "\(document.path)")
    }
  }

  @Test func `no part has more than what holds it, and the parts of a folder are all of it`() throws {
    let map = TokenMap(of: try documents(), counting: ModelTokenizer(.o200kBase))
    #expect(map.fileCount == Self.files.count)
    for node in nodes(map.root) {
      let parts = node.children.reduce(0) { $0 + $1.tokens.total }
      #expect(parts <= node.tokens.total, "\(node.name)")
      if node.kind == .folder { #expect(parts == node.tokens.total, "\(node.name)") }
      #expect(node.tokens.total >= 0)
    }
  }

  @Test func `sections stand in the messages they are in, on the lines of the file`() throws {
    let shapes: [String: [String]] = [
      "headings.md": ["opening :1", "section One:3", "section Deep:7", "section Less deep:11", "section Two:15"],
      "SKILL.md": ["description :3", "section Use:6", "section Then:10"],
      "turns.jinja2": ["message system:2", "section Rules:3", "message user:7"],
      "request.json": ["message system:1", "section A:1", "section B:1", "message user:1"],
    ]
    for document in try documents() {
      guard let shape = shapes[document.path] else { continue }
      let map = TokenMap(of: [document], counting: ModelTokenizer(.o200kBase))
      let found = nodes(map.root).dropFirst().map { "\($0.kind.rawValue) \($0.name):\($0.line ?? 0)" }
      #expect(found == shape, "\(document.path)")
    }
  }

  @Test func `what is not sent is told by its kind and counts nowhere`() throws {
    let map = TokenMap(of: try documents(), counting: ModelTokenizer(.o200kBase))
    let file = try #require(nodes(map.root).first { $0.name == "turns.jinja2" })
    #expect(file.unsent.comments > 0 && file.unsent.control > 0)
    let skill = try #require(nodes(map.root).first { $0.name == "SKILL.md" })
    #expect(skill.unsent.structure > 0 && skill.tokens.always > 0 && skill.tokens.perUse > 0)
  }

  @Test func `folders that hold one folder are one with it, and names stand in their order`() throws {
    let paths = ["x/y/z/a.md", "x/y/b.md", "x/y/z/c.md", "./d.md", "/abs/e.md"]
    let documents = try paths.map { try PromptDocument(path: $0, bytes: Array("Hi".utf8)) }
    let map = TokenMap(of: documents, counting: ModelTokenizer(.o200kBase))
    let names = nodes(map.root).map { "\($0.kind.rawValue) \($0.name)" }
    #expect(
      names == [
        "folder ", "folder x/y", "folder z", "file a.md", "file c.md", "file b.md", "file d.md", "folder /abs",
        "file e.md",
      ])
  }

  @Test func `a map of many messages and headings takes time in proportion to them`() throws {
    let messages = (0..<2_000).map { #"{"role":"user","content":"\#($0)"}"# }.joined(separator: ",")
    let document = try PromptDocument(path: "r.json", bytes: Array(#"{"messages":[\#(messages)]}"#.utf8))
    let map = TokenMap(of: [document], counting: ModelTokenizer(.o200kBase))
    #expect(map.root.children.count == 2_000)
  }
}
