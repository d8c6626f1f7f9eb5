import TareModels
import TarePrompts
import TareText
import TareTokens
import Testing

@testable import TareAudit

struct LedgerTests {
  private let text = SourceText("Answer in English. Answer in English. Answer in English.")

  private func ledger(_ ranges: [SourceRange]) throws -> Ledger {
    let findings = ranges.map { range in
      Finding(DuplicateBlock.page, "", at: range, fix: Fix("", .unsafe, edits: [.delete(range)]))
    }
    let document = try PromptDocument(parsing: PromptFile(path: "a.txt", source: text))
    let counting = ModelTokenizer(.o200kBase)
    return Ledger(findings, AuditedFile(document, base: nil, counting: counting, [Tokenizer(.o200kBase)]))
  }

  @Test func `the same tokens are claimed once`() throws {
    let once = try ledger([SourceRange(18, 37)])
    #expect(once.wasted == 4)
    #expect(try ledger([SourceRange(18, 37), SourceRange(18, 37)]).wasted == once.wasted)
    #expect(try ledger([SourceRange(18, 37), SourceRange(24, 30)]).wasted == once.wasted)
  }

  @Test func `claims side by side add up`() throws {
    #expect(try ledger([SourceRange(18, 37), SourceRange(37, 56)]).wasted == 8)
    #expect(try ledger([SourceRange(0, 56)]).wasted == 12)
  }

  @Test func `no claim is no waste`() throws {
    #expect(try ledger([]).wasted == 0)
  }

  @Test func `waste in front of the first value that changes is told from waste behind it`() throws {
    let padded = "| a         | b         |\n|-----------|-----------|\n| one       | two       |\n"
    let table = padded + padded.dropLast() + "\n| three     | four      |\n"
    for (prompt, isAllStable) in [("\(table)\nFor {{name}}.\n", true), ("For {{name}}.\n\n\(table)", false)] {
      let ledger = try audit(prompt, select: ["FMT001"]).ledger
      #expect(ledger.wasted > 0)
      #expect(ledger.wastedStable == (isAllStable ? ledger.wasted : 0))
      #expect(ledger.stable < ledger.sent)
    }
  }

  @Test func `what is stable after every fix is what the mended prompt has`() throws {
    let value = "It is now {{now}}.\n"
    let spaces = String(repeating: "Answer\u{00A0}in English.\n", count: 20)
    for prompt in [spaces + value, value + spaces, spaces + value + spaces, spaces, "\u{FEFF}" + spaces + value] {
      let before = try audit(prompt, select: ["UNI001"]).ledger
      let mended = try #require(try fixed(prompt, select: ["UNI001"]))
      let after = try audit(mended.description, select: ["UNI001"]).ledger
      #expect(before.wasted > 0 && after.wasted == 0)
      #expect(before.sent - before.wasted == after.sent)
      #expect(before.stable - before.wastedStable == after.stable)
    }
  }
}
