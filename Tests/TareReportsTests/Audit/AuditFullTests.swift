import TareAudit
import TareModels
import TareReports
import TareTokens
import Testing

struct AuditTextTests {
  @Test func `each finding has its place, its rule, its line and a caret`() {
    let text = PricedAudit(AuditMaterial.report()).full()
    #expect(text.contains("a b/100%,x:y.md:1:1: BUD001 prompt sends "))
    #expect(
      text.contains(
        """
        a b/100%,x:y.md:1:10: CCH001 "{{who}}" changes between requests
        """))
    #expect(
      text.contains(
        """
          |
        1 | Réponds: {{who}}
          |          ^^^^^^^

        """))
    #expect(text.contains("FMT001 [*] table of 4 rows"))
    #expect(text.contains("= help: delete the repetition (unsafe: read it first)"))
    #expect(text.contains("SKILL.md:2:1: TARE003 front matter is not YAML: "))
    #expect(text.contains("gone.md:1:1: TARE002 No such file"))
  }

  @Test func `the sums stand at the end, and quiet leaves them out`() {
    let audit = PricedAudit(AuditMaterial.report())
    #expect(audit.full().hasPrefix(audit.full(showsSums: false)))
    let summary = String(audit.full().dropFirst(audit.full(showsSums: false).count))
    #expect(summary.hasPrefix("Found 6 findings in 4 files, "))
    #expect(summary.contains("[*] 1 fixable with --fix, saving "))
    #expect(summary.contains("(1 more with --unsafe-fixes)"))
  }

  @Test func `nothing found is said in one line`() {
    let report = AuditReport(files: [], counting: ModelTokenizer(.o200kBase))
    #expect(PricedAudit(report).full() == "No findings in 0 files, 0 tokens (o200k_base).\n")
  }

  @Test func `money is shown where a model was named, and a month where its requests were`() throws {
    #expect(!PricedAudit(AuditMaterial.report()).full().contains("$"))
    let thousand = try AuditMaterial.priced(model: "gpt-4o").full()
    #expect(thousand.contains(" per 1,000 requests") && !thousand.contains("a month"))
    #expect(thousand.contains("With gpt-4o the waste costs $"))
    #expect(try AuditMaterial.priced(model: "gpt-4o", requestsPerMonth: 5_000).full().contains(" a month"))
  }

  @Test func `an estimated count says so beside the money`() throws {
    let text = try AuditMaterial.priced(model: "claude-sonnet-5").full()
    #expect(text.contains("; tokens estimated ±") && !text.contains("(o200k_base)"))
  }

  @Test(arguments: [
    "\u{7}", "\u{202E}", "\u{61C}", "\u{200E}", "\u{2067}", "\u{E0041}", "\u{85}", "\u{2028}", "\u{FEFF}",
  ])
  func `nothing in a prompt or a name reaches the terminal as a command`(hidden: String) {
    let report = AuditMaterial.report([
      ("\u{1B}[31m\(hidden).md", "\u{1B}]0;title\(hidden) {{\u{1B}[2J\(hidden)}}\(hidden)\n" + AuditMaterial.passage)
    ])
    let text = PricedAudit(report).full()
    #expect(text.contains("\u{FFFD}]0;title\u{FFFD} {{"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ($0 != "\u{1B}" && !hidden.unicodeScalars.contains($0)) })
  }

  @Test func `a line of a megabyte is shown around the caret`() {
    let long = String(repeating: "word ", count: 100_000) + "{{who}} " + String(repeating: "word ", count: 100_000)
    let text = PricedAudit(AuditMaterial.report([("a.md", long)])).full()
    #expect(text.utf8.count < 4_000)
    #expect(text.contains("…"))
  }
}
