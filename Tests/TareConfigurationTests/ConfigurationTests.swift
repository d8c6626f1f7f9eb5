import TareAudit
import TarePrompts
import TareText
import Testing

@testable import TareConfiguration

struct ConfigurationTests {
  private func page(_ code: String) throws -> RulePage { try #require(RuleCatalogue.pages.first { $0.code == code }) }

  private func runs(_ code: String, _ settings: FileSettings) throws -> Bool {
    settings.selection.contains(try page(code))
  }

  @Test func `the nearer file wins, and what it leaves open comes from the file it extends`() throws {
    let found = try settings("model: a\nmax-tokens: 1\nignore: DUP", "max-tokens: 2\nextend-select: DUP004")
    #expect(found.model?.value == "a")
    #expect(found.limits.maxTokens == 2)
    #expect(try !runs("DUP001", found))
    #expect(try runs("DUP004", found))
  }

  @Test func `a select of a nearer file begins anew`() throws {
    let found = try settings("ignore: DUP\nextend-select: VRB", "select: [DUP, WSP]")
    #expect(try runs("DUP001", found))
    #expect(try !runs("VRB001", found))
    #expect(try !runs("BUD003", found))
  }

  @Test func `the longer word wins within a file`() throws {
    let found = try settings("select: [ALL]\nextend-select: [DUP002]\nignore: [DUP, VRB001]")
    #expect(try runs("DUP002", found))
    #expect(try !runs("DUP001", found))
    #expect(try !runs("VRB001", found))
    #expect(try runs("VRB002", found))
  }

  @Test func `rules are ignored on the files of a pattern only`() throws {
    let yaml = "select: [SEC001, DUP]\nper-file-ignores: {\"tests/**\": SEC001, \"!prompts/**\": [DUP]}"
    #expect(try !runs("SEC001", settings(yaml, for: "tests/a.md")))
    #expect(try runs("SEC001", settings(yaml, for: "prompts/a.md")))
    #expect(try runs("DUP001", settings(yaml, for: "prompts/a.md")))
    #expect(try !runs("DUP001", settings(yaml, for: "other/a.md")))
  }

  @Test func `an override holds for its files, and the last that fits wins`() throws {
    let yaml = """
      max-tokens: 1
      overrides:
        - {files: "b/**", max-tokens: 2, kind: text, model: m}
        - {files: "*.txt", max-tokens: 3, select: BUD}
      """
    #expect(try settings(yaml, for: "a.md").limits.maxTokens == 1)
    let both = try settings(yaml, for: "b/a.txt")
    #expect(both.limits.maxTokens == 3)
    #expect(both.format == .text)
    #expect(both.model?.value == "m")
    #expect(try !runs("DUP001", both))
  }

  @Test func `severities go by the longest word, and of equals by the last`() throws {
    let found = try settings("severity: {ALL: info, DUP: error, duplicate-block: warning}", "severity: {DUP: info}")
    #expect(found.conduct.severity(of: try page("SEC001")) == .info)
    #expect(found.conduct.severity(of: try page("DUP001")) == .info)
    #expect(found.conduct.severity(of: try page("DUP002")) == .warning)
  }

  @Test func `fixes are made of the rules that are fixable`() throws {
    let found = try settings("unfixable: FMT", "fixable: [FMT001, UNI]")
    #expect(found.conduct.fixable.contains(try page("FMT001")))
    #expect(!found.conduct.fixable.contains(try page("WSP001")))
    #expect(try settings("unfixable: FMT").conduct.fixable.contains(page("WSP001")))
    #expect(try !settings("unfixable: FMT").conduct.fixable.contains(page("FMT001")))
  }

  @Test func `exclude replaces what was excluded, and extend-exclude adds to it`() throws {
    let configuration = try Configuration([
      layer("exclude: [a]\nextend-exclude: b"), layer("exclude: [c]\nextend-include: \"*.json\""),
    ])
    let root = LexicalPath("/project")
    #expect(!configuration.excludes(LexicalPath("a/x.md", in: root)))
    #expect(configuration.excludes(LexicalPath("b/x.md", in: root)))
    #expect(configuration.excludes(LexicalPath("d/c", in: root)))
    #expect(configuration.includes(LexicalPath("d/x.json", in: root)))
    #expect(configuration.respectsGitignore)
    #expect(!configuration.forcesExclude)
  }

  // MARK: Rules of the user's own

  private static let rule = "{code: ACME001, name: old-name, pattern: Foo, message: no}"

  @Test func `a rule of the user's own can be selected as any other`() throws {
    #expect(try settings("rules: [\(Self.rule)]").rules.map(\.page.code) == ["ACME001"])
    #expect(try settings("rules: [\(Self.rule)]\nselect: ACME").rules.count == 1)
    #expect(try settings("rules: [\(Self.rule)]\nselect: DUP").rules.isEmpty)
    #expect(try settings("rules: [\(Self.rule)]", "ignore: old-name").rules.isEmpty)
  }

  @Test(arguments: [
    (
      "{code: DUP900, name: a, pattern: a, message: a}",
      "the codes that begin with DUP are tare's own, and this is \"DUP900\""
    ),
    (
      "{code: acme1, name: a, pattern: a, message: a}",
      "a rule's code has 2 to 12 capital letters and 1 to 6 digits, and this is \"acme1\""
    ),
    (
      "{code: ACME1, name: A b, pattern: a, message: a}",
      "a rule's name has small letters, digits and hyphens and is its own, and this is \"A b\""
    ),
    (
      "{code: ACME1, name: secret, pattern: a, message: a}",
      "a rule's name has small letters, digits and hyphens and is its own, and this is \"secret\""
    ),
    (
      "{code: ACME1, name: a, pattern: \"(a\", message: a}",
      "not a regular expression: a parenthesis without its partner"
    ),
    (
      "{code: ACME1, name: a, pattern: a, message: \"$1\"}",
      "message names a group \"1\" that the pattern does not have; a dollar is written \\$"
    ),
    (
      "{code: ACME1, name: a, pattern: a, message: a, fix: {replacement: \"${b}\"}}",
      "replacement names a group \"b\" that the pattern does not have; a dollar is written \\$"
    ),
  ])
  func `a rule that cannot be is an error`(rule: String, reason: String) {
    let found = mistake(in: "rules: [\(rule)]")
    #expect(found?.contains(reason) == true, "\(found ?? "")")
  }

  @Test func `two rules with one code are an error, and a nearer file may replace one`() throws {
    #expect(mistake(in: "rules: [\(Self.rule), \(Self.rule)]")?.contains("has the code or the name of ACME001") == true)
    let other = Self.rule.replacing("Foo", with: "Bar")
    #expect(try settings("rules: [\(Self.rule)]", "rules: [\(other)]").rules.count == 1)
  }
}
