import TareText
import TareTokens
import Testing

@testable import TareAudit

struct LedgerTests {
  private let text = SourceText("Answer in English. Answer in English. Answer in English.")

  private func ledger(_ ranges: [SourceRange]) -> Ledger {
    let findings = ranges.map { range in
      Finding(DuplicateBlock.page, "", at: range, fix: Fix("", .unsafe, edits: [.delete(range)]))
    }
    return Ledger(findings, Recount(text, body: text.range, [Tokenizer(.o200kBase)]), sent: 12)
  }

  @Test func `the same tokens are claimed once`() {
    let once = ledger([SourceRange(18, 37)])
    #expect(once.wasted == 4)
    #expect(ledger([SourceRange(18, 37), SourceRange(18, 37)]).wasted == once.wasted)
    #expect(ledger([SourceRange(18, 37), SourceRange(24, 30)]).overlapping == [1])
  }

  @Test func `claims side by side add up`() {
    #expect(ledger([SourceRange(18, 37), SourceRange(37, 56)]).wasted == 8)
    #expect(ledger([SourceRange(0, 56)]).wasted == 12)
  }

  @Test func `no claim is no waste`() {
    #expect(ledger([]).wasted == 0)
  }
}
