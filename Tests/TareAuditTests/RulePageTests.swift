import TareAudit
import TarePrompts
import Testing

/// The examples on the rules' own pages, which the documentation shows, hold.
struct RulePageTests {
  static let settings = AuditSettings(
    maxTokens: 5, maxGrowth: .tokens(5), contextWindow: 200, folderFiles: FolderFiles(["answer.jinja"]),
    maxAlwaysOnTokens: 5)
  static let triggering = RuleCatalogue.pages.flatMap { page in page.triggering.map { (page.code, $0) } }
  static let silent = RuleCatalogue.pages.flatMap { page in page.silent.map { (page.code, $0) } }

  @Test(arguments: triggering)
  func `a triggering example triggers, and its fix does what the page says`(
    code: String, example: RulePage.Example
  ) throws {
    let found = try audit(
      example.prompt, path: example.path, base: example.base, select: [code], settings: Self.settings,
      others: example.others)
    #expect(found.findings.map(\.code) == [code])
    let after = try fixed(example.prompt, path: example.path, upTo: .unsafe, select: [code], settings: Self.settings)
    #expect(after == Exactly(example.fixed ?? example.prompt))
  }

  @Test(arguments: silent)
  func `a silent example is silent`(code: String, prompt: String) throws {
    #expect(try audit(prompt, select: [code], settings: Self.settings).lines == [])
  }

  @Test func `codes and names are one of a kind, and codes are three letters and three digits`() {
    let pages = RuleCatalogue.pages + RulePage.engine
    #expect(Set(pages.map(\.code)).count == pages.count && Set(pages.map(\.name)).count == pages.count)
    #expect(RuleCatalogue.pages.allSatisfy { $0.code.prefix { $0.isLetter }.count == 3 && $0.code.count == 6 })
  }

  @Test func `every page says what was measured`() {
    #expect(RuleCatalogue.pages.allSatisfy { !$0.evidence.isEmpty && !$0.rationale.isEmpty })
  }

  @Test func `what a rule supersedes is a rule`() {
    let codes = Set(RuleCatalogue.pages.map(\.code))
    #expect(RuleCatalogue.pages.allSatisfy { $0.supersedes.allSatisfy(codes.contains) })
  }

  @Test func `the catalogue has a rule for each page`() throws {
    let rules = RuleCatalogue.rules(
      try RuleSelection(select: ["ALL"], ignore: []),
      AuditSettings(maxTokens: 1, maxGrowth: .tokens(1), contextWindow: 1, folderFiles: FolderFiles([])))
    let pages = RuleCatalogue.pages.filter { !RuleCatalogue.loadSetPages.contains($0) }
    #expect(rules.map { type(of: $0).page.code } == pages.map(\.code))
  }
}
