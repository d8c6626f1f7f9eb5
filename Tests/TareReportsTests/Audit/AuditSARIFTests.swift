import TareAudit
import TareJSON
import TareReports
import Testing

struct AuditSARIFTests {
  private func run(_ report: AuditReport = AuditMaterial.report()) throws -> JSONValue {
    let text = PricedAudit(report).sarif(toolVersion: "0.1.0")
    return try #require(try JSONDocument(parsing: Array(text.utf8)).root["runs"]?.elements.first)
  }

  private func fingerprints(_ report: AuditReport) throws -> [String] {
    try run(report)["results"]?.elements.compactMap { $0["partialFingerprints"]?["tareFinding/v1"]?.string } ?? []
  }

  @Test func `each result leads to its rule, and regions count code points`() throws {
    let deep = ("deep.md", String(repeating: "> ", count: 201) + "x\n")
    let run = try run(AuditMaterial.report(AuditMaterial.files + [deep]))
    let rules = run["tool"]?["driver"]?["rules"]?.elements.compactMap { $0["id"]?.string } ?? []
    #expect(rules == rules.sorted() && rules.contains("TARE003") && rules.contains("TARE009"))
    #expect(run["columnKind"]?.string == "unicodeCodePoints")
    for result in run["results"]?.elements ?? [] {
      let index = try #require(result["ruleIndex"]?.integer)
      #expect(result["ruleId"]?.string == rules[index])
      #expect(["note", "warning", "error"].contains(result["level"]?.string))
      // A file that could not be read has no place in it.
      guard result["ruleId"]?.string != "TARE002" else { continue }
      let region = try #require(result["locations"]?.elements.first?["physicalLocation"]?["region"])
      #expect(try #require(region["startLine"]?.integer) >= 1 && (try #require(region["startColumn"]?.integer)) >= 1)
    }
  }

  @Test func `a path is a URI`() throws {
    let uris = try run()["results"]?.elements.compactMap {
      $0["locations"]?.elements.first?["physicalLocation"]?["artifactLocation"]?["uri"]?.string
    }
    #expect(uris?.first == "a%20b/100%25%2Cx%3Ay.md")
  }

  @Test func `a fingerprint stays when lines above come, and differs between findings`() throws {
    let text = AuditMaterial.table + "\n\n" + AuditMaterial.table + "\n"
    let before = try fingerprints(AuditMaterial.report([("a.md", "x\n\n" + text)]))
    let after = try fingerprints(AuditMaterial.report([("a.md", "x\n\nA line that came later.\n\n" + text)]))
    #expect(Set(before).count == before.count)
    #expect(before.dropFirst() == after.dropFirst())
    #expect(before.allSatisfy { $0.count == 16 })
  }

  @Test func `the same report is the same bytes`() {
    let first = PricedAudit(AuditMaterial.report()).sarif(toolVersion: "1")
    #expect(first == PricedAudit(AuditMaterial.report()).sarif(toolVersion: "1"))
  }
}
