import TareAudit
import TareModels
import TarePricing
import TarePrompts
import TareSavings
import TareText
import TareTokens
import Testing

struct PromptTextTests {
  static let long = String(repeating: "Answer from the handbook only.\n", count: 30)

  /// Prompts of which not everything is sent, or not everything is the same in every request.
  static let prompts: [(path: String, text: String)] = [
    ("plain.md", long), ("plain.txt", ""), ("bom.md", "\u{FEFF}" + long), ("crlf.md", "Be brief.\r\nCite.\r\n"),
    ("matter.md", "---\ntitle: A page\ntags: [a, b]\n---\n" + long),
    ("rule.mdc", "---\ndescription: Use for TypeScript\nglobs: '*.ts'\nalwaysApply: false\n---\n" + long),
    ("rule.mdc", "---\nglobs: '*.ts'\n---\n"),
    ("skills/a/SKILL.md", "---\nname: a\ndescription: >\n  Two folded\n  lines.\n---\n" + long),
    ("a.instructions.md", "---\napplyTo: '**'\ndescription: \"caf\\u00e9\"\n---\n" + long),
    ("a.prompt.md", "---\ndescription: for people\n---\nFor {{name}}.\n" + long),
    ("value.md", long + "For {{customer}}.\n" + long), ("first.md", "{{now}}\n" + long),
    ("clock.md", "The current time is 2025-03-04T10:20:00Z.\n" + long),
    ("example.md", long + "A log line begins with 2025-03-04T10:20:00Z.\n"),
    ("fence.md", long + "```\n{code}\n```\n" + long), ("inline.md", long + "Write `{code}` in braces.\n"),
    ("AGENTS.md", long + "Braces such as {{x}} are braces.\n"),
    ("control.md", "{{#if a}}\n" + long + "{{a}}\n{{/if}}\n"),
  ]

  private func document(_ path: String, _ text: String) throws -> PromptDocument {
    try PromptDocument(parsing: PromptFile(path: path, source: SourceText(text)))
  }

  private func savings(_ before: PromptText?, _ after: PromptText) throws -> PromptSavings? {
    try SavingsReport(
      comparing: [PromptPair(path: "p", before: before, after: after)], .init(base: "a", head: "b"),
      use: PromptUse(counting: ModelTokenizer(.o200kBase), price: nil)
    ).prompts.first
  }

  @Test(arguments: prompts)
  func `what a change is priced for is what an audit says is sent, and stable`(path: String, text: String) throws {
    let document = try document(path, text)
    let ledger = Auditor(RuleCatalogue.rules(), encoding: .o200kBase).audit(document).ledger
    let savings = try #require(try savings(nil, PromptText(document)))
    #expect(savings.tokens.after == ledger.sent)
    #expect(savings.stableTokens.after == ledger.stable)
  }

  @Test(arguments: [
    ("clock.md", "The current time is ", "2025-03-04T10:20"), ("fence.md", long + "```\n", "{code}"),
    ("value.md", long + "For ", "{{customer}}"),
  ])
  func `no request shares what stands behind the first value that changes`(
    path: String, start: String, value: String
  ) throws {
    let text = try #require(Self.prompts.first { $0.path == path }?.text)
    let document = try document(path, text)
    #expect(document.firstVolatileOffset == start.utf8.count)
    #expect(text.utf8.dropFirst(start.utf8.count).starts(with: value.utf8))
    let savings = try #require(try savings(nil, PromptText(document)))
    #expect(savings.stableTokens.after == Tokenizer(.o200kBase).count(start))
  }

  @Test(arguments: ["inline.md", "AGENTS.md", "example.md", "rule.mdc"])
  func `where no value changes all of it is stable`(path: String) throws {
    let text = try #require(Self.prompts.first { $0.path == path }?.text)
    let savings = try #require(try savings(nil, PromptText(document(path, text))))
    #expect(savings.stableTokens.after == savings.tokens.after)
  }

  @Test func `front matter that is not sent changes no number`() throws {
    let before = PromptText(try document("a.mdc", "---\ndescription: d\nglobs: '*.ts'\n---\nBe brief.\n"))
    let after = PromptText(try document("a.mdc", "---\ndescription: d\nglobs: '*.ts,src/**/*.tsx'\n---\nBe brief.\n"))
    let savings = try #require(try savings(before, after))
    #expect(savings.tokens.delta == 0 && savings.tokens.before > 0)
    #expect(savings.sharedPrefix?.tokens == savings.tokens.after && savings.sharedPrefix?.firstChange == nil)
  }

  @Test func `a change is placed in the file, whatever of it is not sent`() throws {
    let before = PromptText(try document("SKILL.md", "---\nname: a\ndescription: d\n---\nBe brief.\n"))
    let body = PromptText(try document("SKILL.md", "---\nname: long\ndescription: d\n---\nBe kind.\n"))
    #expect(try savings(before, body)?.sharedPrefix?.location == SourceLocation(line: 5, column: 4))
    let description = PromptText(try document("SKILL.md", "---\nname: a\ndescription: e\n---\nBe brief.\n"))
    #expect(try savings(before, description)?.sharedPrefix?.location == SourceLocation(line: 3, column: 1))
    let shorter = PromptText(try document("SKILL.md", "---\nname: a\ndescription: d\n---\nBe"))
    #expect(try savings(before, shorter)?.sharedPrefix?.location == SourceLocation(line: 5, column: 3))
  }

  @Test func `the same bytes that are sent otherwise are a change`() throws {
    let text = "---\ndescription: Use for TypeScript\n---\nBe brief.\n"
    let (page, rule) = (PromptText(try document("a.md", text)), PromptText(try document("a.mdc", text)))
    #expect(PromptPair(path: "p", before: page, after: page).isUnchanged)
    #expect(!PromptPair(path: "p", before: page, after: rule).isUnchanged)
    #expect(try savings(page, rule)?.tokens.delta ?? 0 > 0)
  }
}
