import TareAudit
import TareModels
import TareTokens
import TarePrompts
import TareText
import Testing

struct SuppressionTests {
  private static let spaced = "Answer\u{A0}in\u{A0}two\u{A0}sentences.\n"

  // MARK: What is let be

  @Test(arguments: RulePageTests.triggering)
  func `what a rule finds is let be by its code and its name, and by no other`(
    code: String, example: RulePage.Example
  ) throws {
    let name = try #require(RuleCatalogue.pages.first { $0.code == code }?.name)
    for words in [[code], [name], ["ALL"], [String(code.prefix(3))]] {
      let found = try audit(example, code, words)
      #expect(found.findings.isEmpty && found.suppressed.map(\.finding.code) == [code])
    }
    let other = try audit(example, code, [code == "UNI001" ? "UNI002" : "UNI001"])
    #expect(other.findings.map(\.code) == [code] && other.suppressed.isEmpty)
  }

  private func audit(_ example: RulePage.Example, _ code: String, _ words: [String]) throws -> FileAudit {
    let settings = RulePageTests.settings
    let suppression = Suppression(rules: words, reason: nil, origin: "settings")
    let context = AuditContext(base: example.base.map { Array($0.utf8) }, suppressions: [suppression])
    let auditor = try auditor([code], settings)
    let file = auditor.audit(path: example.path, bytes: Array(example.prompt.utf8), in: context)
    let others = example.others.map { auditor.audit(path: $0.path, bytes: Array($0.prompt.utf8)) }
    let together = LoadSetAuditor(try RuleSelection(select: [code], ignore: []), settings).audits(
      others + [file], context: LoadSetContext(suppressions: [example.path: [suppression]]))
    return try #require(together.last)
  }

  @Test func `what is let be is not mended`() throws {
    let text = "<!-- tare:ignore UNI001 -- names -->\n" + Self.spaced
    #expect(try lines(text, ["UNI001"]) == [])
    #expect(try fixed(text, select: ["UNI001"]) == Exactly(text))
  }

  @Test(arguments: [
    ("\(spaced)", ["1:7 UNI001"]),
    ("<!-- tare:ignore UNI001 -->\n\(spaced)", []),
    ("<!-- tare:ignore UNI001 -->\n\n\(spaced)", []),
    ("Answer\u{A0}in two sen\u{A0}tences. <!-- tare:ignore exotic-space -- why -->\n", []),
    ("<!-- tare:ignore UNI001 -->\nBe brief.\n\(spaced)", ["1:1 TARE001", "3:7 UNI001"]),
    ("\(spaced)<!-- tare:ignore-file uni -->\n", []),
    ("<!-- tare:ignore-start UNI001 -->\n\nBe brief.\n\n\(spaced)\n<!-- tare:ignore-end -->\n", []),
    (
      "<!-- tare:ignore-start UNI001 -->\n\nBe brief.\n\n<!-- tare:ignore-end -->\n\(spaced)",
      ["1:1 TARE001", "6:7 UNI001"]
    ),
    ("```\n<!-- tare:ignore-file UNI001 -->\n```\n\(spaced)", ["4:7 UNI001"]),
  ])
  func `a comment is about its line, the next, a stretch or the file`(text: String, places: [String]) throws {
    #expect(try TareAuditTests.audit(text, select: ["UNI001"]).places == places)
  }

  @Test func `a finding about many places loses those that are let be`() throws {
    let text = "\(Self.spaced)\n<!-- tare:ignore UNI001 -- names -->\n\(Self.spaced)\n\(Self.spaced)"
    let fixed = try #require(try fixed(text, select: ["UNI001"])).description
    #expect(fixed.split(separator: "\n").map { $0.contains("\u{A0}") } == [false, false, true, false])
  }

  @Test func `comments cost what they cost`() throws {
    let sent = try TareAuditTests.audit("<!-- tare:ignore UNI001 -- names -->\n" + Self.spaced, select: ["UNI001"])
    #expect(sent.suppressionTokens > 5)
    let unsent = try TareAuditTests.audit(
      "{# tare:ignore UNI001 -- names #}\n" + Self.spaced, path: "a.jinja", select: ["UNI001"])
    #expect(unsent.suppressionTokens == 0 && unsent.findings.isEmpty)
  }

  // MARK: What is wrong with comments

  @Test(arguments: [
    ("<!-- tare:ignore UNI001 -- old -->\nBe brief.\n", "Be brief.\n"),
    ("Be brief. <!-- tare:ignore UNI001 -- old -->\n", "Be brief.\n"),
    ("Be kind.\n\n<!-- tare:ignore UNI001 -->\n\nBe brief.\n", "Be kind.\n\nBe brief.\n"),
    (
      "Be kind.\n\n<!-- tare:ignore-start UNI001 -->\n\nBe brief.\n\n<!-- tare:ignore-end -->\n\nBe just.\n",
      "Be kind.\n\nBe brief.\n\nBe just.\n"
    ),
    (
      "<!-- tare:ignore UNI002, UNI001 -- names -->\n\(spaced)", "<!-- tare:ignore UNI001 -- names -->\n\(spaced)"
    ),
  ])
  func `a comment that lets nothing be is found and taken out`(text: String, after: String) throws {
    let select = ["UNI001", "UNI002"]
    #expect(try TareAuditTests.audit(text, select: select).findings.map(\.code) == ["TARE001"])
    #expect(try fixed(text, select: select) == Exactly(after))
    #expect(try fixed(after, select: select) == Exactly(after))
  }

  @Test func `a comment that is not sent goes too, and costs nothing`() throws {
    let text = "---\nname: a\n# tare:ignore-file UNI001 -- old\ndescription: d\n---\nBe brief.\n"
    let found = try TareAuditTests.audit(text, path: "SKILL.md", select: ["UNI001"])
    #expect(found.findings.map(\.code) == ["TARE001"] && found.ledger.wasted == 0)
    let after = text.replacing("# tare:ignore-file UNI001 -- old\n", with: "")
    #expect(try fixed(text, path: "SKILL.md", select: ["UNI001"]) == Exactly(after))
  }

  @Test func `nothing is said of rules that were not run`() throws {
    #expect(try lines("<!-- tare:ignore UNI001 -->\nBe brief.\n", ["DUP"]) == [])
    #expect(try lines("<!-- tare:ignore BUD002 -->\nBe brief.\n", []) == [])
  }

  @Test(arguments: [
    ("<!-- tare:ignore UNI01 -- why -->", "1:18 TARE006 unknown rule \"UNI01\"; did you mean \"UNI001\"?"),
    ("<!-- tare:ignore UNI001 why -->", "1:25 TARE006 unknown rule \"why\"; a reason stands behind --"),
    ("<!-- tare:ignore -- why -->", "1:1 TARE006 tare:ignore names no rule; ALL would mean every one"),
    ("<!-- tare:ignroe UNI001 -->", "1:1 TARE006 unknown comment \"tare:ignroe\"; did you mean \"tare:ignore\"?"),
    ("<!-- tare:ignore-end -->", "1:1 TARE006 tare:ignore-end ends nothing that was started"),
    (
      "<!-- tare:ignore-start DUP001 -->",
      "1:1 TARE006 tare:ignore-start has no tare:ignore-end; it covers the rest of the file"
    ),
    ("<!-- tare:ignore UNI001 until soon -->", "1:31 TARE006 \"soon\" is no date such as 2027-01-31"),
  ])
  func `a comment nobody can follow is found`(comment: String, line: String) throws {
    #expect(try lines(comment + "\n" + Self.spaced, ["UNI001"]).contains(line))
  }

  @Test func `reasons can be asked for`() throws {
    let found = try audit("<!-- tare:ignore UNI001 -->\n" + Self.spaced, SuppressionPolicy(requiresReason: true))
    #expect(found.lines == ["1:1 TARE007 tare:ignore does not say why; a reason stands behind --"])
    let other = try audit(
      "<!-- tare:ignore UNI001 -- names -->\n" + Self.spaced, SuppressionPolicy(requiresReason: true))
    #expect(other.findings.isEmpty && other.suppressed.map(\.reason) == ["names"])
  }

  @Test func `a waiver ends after its last day`() throws {
    let text = "<!-- tare:ignore UNI001 until 2026-12-31 -- names -->\n" + Self.spaced
    #expect(try audit(text, SuppressionPolicy(today: CalendarDate("2026-12-31"))).findings.isEmpty)
    #expect(try audit(text, SuppressionPolicy()).findings.isEmpty)
    let late = try audit(text, SuppressionPolicy(today: CalendarDate("2027-01-01")))
    #expect(late.places == ["1:1 TARE008", "2:7 UNI001"])
  }

  @Test func `what comes from outside holds for lines with its text`() throws {
    let suppression = Suppression(rules: ["UNI001"], reason: "names", text: "two", origin: "a.txt.tare.yaml:1")
    let context = AuditContext(suppressions: [suppression])
    let auditor = try auditor(["UNI001"], AuditSettings())
    #expect(auditor.audit(path: "a.txt", bytes: Array(Self.spaced.utf8), in: context).findings.isEmpty)
    let unused = auditor.audit(path: "a.txt", bytes: Array("Be\u{A0}brief and\u{A0}kind.".utf8), in: context)
    #expect(unused.lines.contains("1:1 TARE001 a.txt.tare.yaml:1 lets UNI001 be, and nothing is found there"))
  }

  // MARK: Laws

  @Test(arguments: Untidy.prompts(count: 20, seed: 11))
  func `with a comment in front, fixing is idempotent and never adds tokens`(prompt: String) throws {
    for comment in ["tare:ignore UNI, FMT -- x", "tare:ignore-file ALL -- x", "tare:ignore-start DUP001"] {
      let text = "<!-- \(comment) -->\n" + prompt.replacing("\u{FEFF}", with: "")
      let once = try #require(try fixed(text, upTo: .unsafe)).description
      #expect(try fixed(once, upTo: .unsafe) == Exactly(once))
      let before = try TareAuditTests.audit(text)
      #expect(try TareAuditTests.audit(once).ledger.sent <= before.ledger.sent)
      #expect(before.ledger.wasted <= before.ledger.sent)
    }
  }

  private func lines(_ text: String, _ select: [String]) throws -> [String] {
    try TareAuditTests.audit(text, select: select).lines
  }

  private func audit(_ text: String, _ policy: SuppressionPolicy) throws -> FileAudit {
    let rules = RuleCatalogue.rules(try RuleSelection(select: ["UNI001"], ignore: []))
    let auditor = Auditor(rules, counting: .init(.o200kBase), policy: policy)
    return auditor.audit(path: "a.md", bytes: Array(text.utf8))
  }
}
