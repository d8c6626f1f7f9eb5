import TarePrompts
import TareText
import TareTokens
import Testing

@testable import TareAudit

/// How much work fixes may make: it is counted here, and `Scripts/growth.py` times it.
struct FixVerifierTests {
  private func verifier(of rule: some Rule, over text: String) throws -> FixVerifier {
    let document = try PromptDocument(parsing: PromptFile(path: "prompt.md", source: SourceText(text)))
    let tokens = PromptTokens(document, Tokenizer(.o200kBase))
    let recount = Recount(document, [tokens.tokenizer])
    var verifier = FixVerifier(document, recount)
    var findings: [Finding] = []
    rule.check(document, tokens: tokens) { findings.append($0) }
    _ = verifier.verified(findings)
    return verifier
  }

  @Test(arguments: [10, 1_000])
  func `fixes that break nothing are tried once together, and their lines counted once`(count: Int) throws {
    let row = "| a                         | b                    |\n"
    let table = row + "|---------------------------|----------------------|\n" + row + row + row + "\n"
    let tables = String(repeating: table, count: count)
    let padded = try verifier(of: PaddedTable(), over: tables)
    #expect(padded.trialCount == 1)
    #expect(padded.recountedBytes <= tables.utf8.count)

    let spaces = String(repeating: "x\u{A0}y z\n", count: count)
    let exotic = try verifier(of: ExoticSpace(), over: spaces)
    #expect(exotic.trialCount == 1)
    #expect(exotic.recountedBytes <= spaces.utf8.count)
  }

  @Test func `fixes of which each breaks something are given up after so many trials`() throws {
    let lines = String(repeating: "-\u{A0}x y\n", count: 1_000)
    let verifier = try verifier(of: ExoticSpace(), over: lines)
    #expect(verifier.trialCount == FixVerifier.trialLimit(forLength: lines.utf8.count))
    #expect(verifier.recountedBytes <= lines.utf8.count)
  }

  @Test func `the longer a file, the fewer trials`() {
    let limits = [0, 100_000, 1_000_000, 10_000_000].map { FixVerifier.trialLimit(forLength: $0) }
    #expect(limits == [48, 48, 16, 8])
  }
}
