import TareAudit
import TareModels
import TarePrompts
import TareText
import TareTokens
import Testing

struct CustomRuleTests {
  private func auditor(_ rules: [any Rule]) -> Auditor { Auditor(rules, encoding: .o200kBase, others: Encoding.inUse) }

  private func rule(
    _ pattern: String, message: String = "found $0", replacement: String? = nil, zones: [CustomRule.Zone] = [.prose]
  ) throws -> CustomRule {
    try CustomRule(
      code: "ACME001", name: "own", pattern: pattern, message: message, replacement: replacement, safety: .safe,
      zones: zones)
  }

  private func lines(_ rule: CustomRule, in text: String, path: String = "a.md") -> [String] {
    let audit = auditor([rule]).audit(path: path, bytes: Array(text.utf8))
    return audit.findings.map { "\(audit.source.location(of: $0.range.start)) \($0.message)" }
  }

  private static let page = """
    ---
    name: cat
    ---
    # A cat

    Feed the cat. `cat` is a program.
    Another
    cat.

    | cat | dog |
    |---|---|
    | a | b |

    ```
    cat a.txt
    ```
    """

  @Test(arguments: [
    ([CustomRule.Zone.prose], ["6:10", "8:1"]), ([.heading], ["4:5"]), ([.table], ["10:3"]),
    ([.code], ["6:16", "15:1"]), ([.prose, .heading], ["4:5", "6:10", "8:1"]),
    ([.all], ["4:5", "6:10", "6:16", "8:1", "10:3", "15:1"]),
  ])
  func `a rule looks in its zones, and never in what is not sent`(zones: [CustomRule.Zone], places: [String]) throws {
    #expect(lines(try rule("cat", message: "", zones: zones), in: Self.page) == places.map { $0 + " " })
  }

  @Test(arguments: [
    ([PromptZone.Kind](), ["1:5", "3:8", "6:1", "9:1"]), ([.quote], ["1:5", "6:1", "9:1"]),
    ([.example], ["1:5", "3:8"]), ([.quote, .example, .data, .form], ["1:5"]),
  ])
  func `a rule passes over the stretches it is told to`(kinds: [PromptZone.Kind], places: [String]) throws {
    let text = "The cat.\n\n> Your cat.\n\n<example>\ncat\n\n<input>\ncat\n</input>\n</example>\n"
    for zone in [CustomRule.Zone.prose, .all] {
      let rule = try CustomRule(
        code: "ACME001", name: "own", pattern: "cat", message: "", zones: [zone], skipping: kinds)
      #expect(lines(rule, in: text) == places.map { $0 + " " })
    }
  }

  @Test func `a match may go over lines of prose, and not out of it`() throws {
    #expect(lines(try rule("(?s)Another.cat"), in: Self.page) == ["7:1 found Another\ncat"])
    #expect(lines(try rule("(?s)cat\\..*cat a"), in: Self.page).isEmpty)
  }

  @Test func `a message names what was found`() throws {
    let found = try rule("(?<who>\\w+) (dog)?cat", message: "\\$1: $1, ${who}, $2, $")
    #expect(lines(found, in: "the cat") == ["1:1 $1: the, the, , $"])
  }

  @Test func `a fix is made where it saves tokens, and left out where it does not`() throws {
    let shorter = try rule("in order to", replacement: "to")
    let fixed = auditor([shorter]).fixed(path: "a.md", bytes: Array("Do it in order to win.".utf8), upTo: .safe)
    #expect(fixed?.after.string == "Do it to win.")
    let longer = try rule("\\bFoo\\b", replacement: "the product that was called Foo")
    let audit = auditor([longer]).audit(path: "a.md", bytes: Array("Ask Foo.".utf8))
    #expect(audit.findings.map(\.code) == ["ACME001"])
    #expect(audit.findings.first?.fix == nil)
    #expect(audit.findings.first?.tokens == 0)
  }

  @Test func `a fix that would break the structure is left out`() throws {
    let breaking = try rule("(?m)\\A.*", replacement: "", zones: [.code])
    let text = "```\ncode code code\n```\n"
    #expect(auditor([breaking]).fixed(path: "a.md", bytes: Array(text.utf8), upTo: .unsafe)?.after.string == text)
  }

  @Test func `a pattern that runs out is a finding, and the other rules go on`() throws {
    let bomb = try rule("(a|aa)+$b")
    let text = String(repeating: "a", count: 5_000) + "\u{A0}b c.\n"
    let audit = auditor([bomb, ExoticSpace()]).audit(path: "a.md", bytes: Array(text.utf8))
    #expect(audit.findings.map(\.code).sorted() == ["TARE010", "UNI001"])
    #expect(audit.findings.first { $0.code == "TARE010" }?.severity == .error)
  }

  @Test func `settings change how much a finding matters and whether it is mended`() throws {
    let plain = try rule("in order to", replacement: "to")
    let conduct = RuleConduct(
      fixable: RuleSelection.all.with(.init(ignore: ["ACME001"])), severities: [.init("own", .error)])
    let strict = Auditor([plain], counting: .init(.o200kBase), conduct: conduct)
    let bytes = Array("Do it in order to win.".utf8)
    let finding = try #require(strict.audit(path: "a.md", bytes: bytes).findings.first)
    #expect(finding.severity == .error)
    #expect(finding.fix == nil)
    #expect(strict.fixed(path: "a.md", bytes: bytes, upTo: .unsafe)?.hasChanges == false)
  }
}
