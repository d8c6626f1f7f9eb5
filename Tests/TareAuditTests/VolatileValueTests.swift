import TareAudit
import Testing

struct VolatileValueTests {
  private let rules = String(repeating: "Answer from the handbook only.\n", count: 200)

  @Test func `what stands behind is counted without the values in it`() throws {
    let one = try audit("{{a}}\n" + rules, select: ["CCH001"]).findings.first
    let two = try audit("{{a}}\n" + rules + "{{a_very_long_name_of_a_value}}", select: ["CCH001"]).findings.first
    #expect(one?.tokens == two?.tokens)
    #expect(one?.tokens ?? 0 > 1_024)
  }

  @Test func `a time is volatile behind the words that say it is now`() throws {
    for (label, isVolatile) in [("Current time: ", true), ("TODAY IS ", true), ("The shop opened ", false)] {
      let found = try audit("\(label)2026-11-20T10:15\n" + rules, select: ["CCH001"])
      #expect(found.findings.isEmpty != isVolatile, "\(label)")
    }
  }

  @Test func `tokens that stay are not counted as waste`() throws {
    let audit = try audit("{{a}}\n" + rules, select: ["CCH001"])
    #expect(audit.findings.count == 1 && audit.ledger.wasted == 0)
  }

  @Test(arguments: [1_024, 100_000])
  func `below the provider's minimum there is nothing to lose`(minimum: Int) throws {
    let settings = AuditSettings(cacheableMinimum: minimum)
    #expect(try audit("{{a}}\n" + rules, select: ["CCH001"], settings: settings).findings.isEmpty == (minimum > 2_000))
  }
}
