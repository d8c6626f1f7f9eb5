import TareAudit
import TareText
import TareTokens
import Testing

@testable import TareReports

struct LocationWalkTests {
  @Test func `the edits of one long line are found in one walk along it`() throws {
    let text = String(repeating: "x\u{A0}", count: 20_000)
    let audit = Auditor(RuleCatalogue.rules(), encoding: .o200kBase).audit(path: "a.txt", bytes: Array(text.utf8))
    let edits = try #require(audit.findings.first?.fix?.edits)
    #expect(edits.count == 20_000)
    var walk = LocationWalk(audit.source)
    for edit in edits {
      _ = walk.location(of: edit.range.start)
      _ = walk.location(of: edit.range.end)
    }
    #expect(walk.walkedBytes <= text.utf8.count)
  }

  @Test(arguments: ["é\u{A0}a\r\nb\rc\n\nd", "\u{FEFF}é\u{A0}", ""])
  func `a walk gives the place of every offset, in any order`(text: String) {
    let source = SourceText(text)
    let forth = Array(-1...source.utf8.count + 1)
    var walk = LocationWalk(source)
    for offset in forth + forth.reversed() + forth { #expect(walk.location(of: offset) == source.location(of: offset)) }
  }
}
