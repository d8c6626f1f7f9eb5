import TareAudit
import TarePrompts
import TareText
import TareTokens
import Testing

/// What holds for prompts that are values of a file, in every notation.
struct EmbeddedAuditTests {
  static let prompts = Untidy.prompts(count: 40, seed: 11).map { String($0.drop { $0 == "\u{FEFF}" }) }

  private func document(_ text: String, _ container: Container) throws -> PromptDocument {
    let format: PromptFormat? =
      container.path.hasSuffix(".py") ? .pythonLiterals : container.path.hasSuffix(".ts") ? .typeScriptLiterals : nil
    return try PromptDocument(parsing: PromptFile(path: container.path, source: SourceText(text)), as: format)
  }

  private func auditor(_ select: [String] = []) throws -> Auditor {
    let rules = RuleCatalogue.rules(try RuleSelection(select: select, ignore: []))
    return Auditor(rules, encoding: .o200kBase, others: Encoding.inUse)
  }

  @Test(arguments: Container.allCases, prompts)
  func `a fixed file is the same but for its prompts, and says fewer tokens`(container: Container, prompt: String)
    throws
  {
    let before = try document(container.file(prompt), container)
    for safety in FixSafety.allCases {
      let fixed = try auditor().fixed(before, upTo: safety)
      guard fixed.hasChanges else { continue }
      let after = try document(fixed.after.string, container)
      try #require(after.embedded.count == before.embedded.count)
      #expect(gaps(after) == gaps(before))
      #expect(after.embedded.map(\.role) == before.embedded.map(\.role))
      for encoding in Encoding.inUse {
        #expect(tokens(after, encoding) < tokens(before, encoding))
      }
      #expect(try auditor().fixed(after, upTo: safety).hasChanges == false)
    }
  }

  @Test(arguments: Container.allCases, prompts)
  func `a fix of a prompt claims what the file then saves`(container: Container, prompt: String) throws {
    let before = try document(container.file(prompt), container)
    let audit = try auditor().audit(before)
    for finding in audit.findings {
      #expect(finding.range.end <= before.source.utf8.count)
      guard let fix = finding.fix else { continue }
      let after = try document(before.source.applying(fix.edits).string, container)
      #expect(tokens(before, .o200kBase) - tokens(after, .o200kBase) == finding.tokens)
    }
    #expect(audit.ledger.wasted <= audit.ledger.sent)
  }

  @Test(arguments: Container.allCases)
  func `rules look inside, and what they find stands where the value stands`(container: Container) throws {
    let text = container.file("Answer\u{A0}in\u{A0}two\u{A0}sentences. Cite the\u{A0}page.\n")
    let document = try document(text, container)
    let findings = try auditor(["UNI001"]).audit(document).findings
    try #require(findings.count == (container == .jsonLines ? 2 : 1))
    for finding in findings {
      let prompt = try #require(document.embedded.first { $0.range.contains(finding.range) })
      #expect(prompt.document.source.string.contains("Answer"))
      #expect(["\u{A0}", "\\u00a0"].contains(document.source.string(in: finding.range)))
      #expect(finding.fix?.safety == .safe)
    }
    let fixed = try auditor(["UNI001"]).fixed(document, upTo: .safe)
    #expect(!fixed.after.string.contains("\u{A0}") && !fixed.after.string.contains("\\u00a0"))
  }

  @Test func `lines that go from a block of YAML take their indentation with them`() throws {
    let passage = """
      Answer in the language that the customer writes in, and in no other.
      Quote the paragraph of the handbook that you rely on, with its number.
      Never promise a date for a repair; the service desk calls back.
      """
    let text = Container.yamlLiteral.file(passage + "\n\nBe kind.\n\n" + passage + "\n\nBe brief.\n")
    let fixed = try auditor(["DUP002"]).fixed(try document(text, .yamlLiteral), upTo: .unsafe)
    #expect(fixed.after.string == Container.yamlLiteral.file(passage + "\n\nBe kind.\n\nBe brief.\n"))
  }

  @Test func `text rules never run on the structure of a payload`() throws {
    let text = "{\"messages\": [   {\"role\":\u{9}\"user\", \"content\": \"Hi.\"}   ]}   \n\n\n\n"
    let audit = try auditor(["DUP", "FMT", "UNI", "VRB", "WSP"]).audit(try document(text, .json))
    #expect(audit.findings.isEmpty)
  }

  @Test func `messages of one request share a cache, prompts of a test suite do not`() throws {
    let long = String(repeating: "Answer in the language of the customer and cite the page. ", count: 200)
    let messages = Container.yamlDouble.file("Today is {{now}}. " + long)
    let code = try auditor(["CCH"]).audit(try document(messages, .yamlDouble)).findings.map(\.code)
    #expect(code.contains("CCH002") || code.contains("CCH001"))
  }

  private func gaps(_ document: PromptDocument) -> [String] {
    let starts = [0] + document.embedded.map(\.range.end)
    let ends = document.embedded.map(\.range.start) + [document.source.utf8.count]
    return zip(starts, ends).map { document.source.string(in: SourceRange($0, $1)) }
  }

  private func tokens(_ document: PromptDocument, _ encoding: Encoding) -> Int {
    document.sentTexts.reduce(0) { $0 + Tokenizer(encoding).count($1.utf8[...]) }
  }
}
