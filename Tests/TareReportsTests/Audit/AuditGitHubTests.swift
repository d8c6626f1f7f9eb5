import TareAudit
import TareReports
import Testing

struct AuditGitHubTests {
  @Test func `properties and messages are escaped as the runner undoes it`() throws {
    let lines = PricedAudit(AuditMaterial.report()).gitHub.split(separator: "\n")
    #expect(lines.count == AuditMaterial.report().findingCount)
    #expect(
      lines.first?.hasPrefix(
        "::error title=tare (BUD001),file=a b/100%25%2Cx%3Ay.md,line=1,col=1,endLine=1,endColumn=1::a b/100%25,x:y.md:1:1: BUD001 "
      ) == true)
    #expect(lines.contains { $0.hasPrefix("::warning title=tare (CCH001),") })
    #expect(lines.contains { $0.hasPrefix("::notice title=tare (FMT001),") })
  }

  @Test func `a line end in a name starts no command`() {
    let report = AuditMaterial.report([("a\n::error::b.md", AuditMaterial.table)])
    let lines = PricedAudit(report).gitHub.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("::error title=") || $0.hasPrefix("::notice title=") })
  }
}
