import TareAudit
import TareText
import TestMaterial
import Testing

struct BaselineTests {
  private static let spaced = "Answer\u{A0}in\u{A0}two\u{A0}sentences.\n"

  @Test(arguments: Untidy.prompts(count: 20, seed: 5))
  func `what is known is not reported, and everything else is`(prompt: String) throws {
    let found = try audit(prompt)
    let again = try audit(prompt, AuditContext(known: found.baselineEntries))
    #expect(again.findings.isEmpty && again.known == found.findings && again.unseen.isEmpty)
    #expect(again.baselineEntries == found.baselineEntries)
    #expect(again.ledger.wasted == 0 && again.ledger.sent == found.ledger.sent)
  }

  @Test(arguments: Untidy.prompts(count: 20, seed: 6))
  func `what is known is not mended`(prompt: String) throws {
    let known = AuditContext(known: try audit(prompt).baselineEntries)
    let auditor = try auditor([], AuditSettings())
    let fixed = try #require(auditor.fixed(path: "a.md", bytes: Array(prompt.utf8), upTo: .unsafe, in: known))
    #expect(!fixed.hasChanges)
  }

  @Test func `lines may move and be indented anew`() throws {
    let known = AuditContext(known: try audit("Be brief.\n\n" + Self.spaced, ["UNI001"]).baselineEntries)
    let moved = try audit("Be brief.\n\nBe kind.\n\n  " + Self.spaced, known, ["UNI001"])
    #expect(moved.findings.isEmpty && moved.known.count == 1)
  }

  @Test func `one more of the same is new`() throws {
    let blob = "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4Y5n8w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4O"
    let line = "Logo: data:image/png;base64,\(blob)\n\n"
    let known = try audit(line + "Be kind.\n\n", ["FMT013"])
    #expect(known.findings.count == 1)
    let more = try audit(
      line + "Be kind.\n\n" + line, AuditContext(known: known.baselineEntries), ["FMT013"])
    #expect(more.findings.count == 1 && more.known.count == 1)
  }

  @Test func `of a finding about many places, those that are known are left out`() throws {
    let known = try audit("Be brief.\n\n" + Self.spaced, ["UNI001"]).baselineEntries
    #expect(known.map(\.count) == [3])
    let more = "Say\u{A0}why\u{A0}you\u{A0}think\u{A0}so.\n\n" + Self.spaced
    let found = try audit(more, AuditContext(known: known), ["UNI001"])
    #expect(found.places == ["1:4 UNI001"] && found.findings.map(\.tokens) == [4])
    let after = try auditor(["UNI001"], AuditSettings()).fixed(
      path: "a.md", bytes: Array(more.utf8), upTo: .safe, in: AuditContext(known: known))
    #expect(after?.after.string == "Say why you think so.\n\n" + Self.spaced)
  }

  @Test func `what is above a limit is known up to where it was`() throws {
    let settings = AuditSettings(maxTokens: 3)
    let auditor = try auditor(["BUD001"], settings)
    let entries = auditor.audit(path: "a.md", bytes: Array("one two three four five".utf8)).baselineEntries
    #expect(entries.map(\.tokensOver) == [2])
    let known = AuditContext(known: entries)
    #expect(auditor.audit(path: "a.md", bytes: Array("six two three four five".utf8), in: known).findings.isEmpty)
    let grown = auditor.audit(path: "a.md", bytes: Array("six two three four five six".utf8), in: known)
    #expect(grown.findings.map(\.code) == ["BUD001"])
  }

  @Test func `what was mended is still known, and said to be unseen`() throws {
    let entries = try audit(Self.spaced, ["UNI001"]).baselineEntries
    #expect(try audit("Be brief.\n", AuditContext(known: entries), ["UNI001"]).unseen == entries)
  }

  // MARK: Against a base

  @Test(arguments: zip(Untidy.prompts(count: 20, seed: 7), Untidy.prompts(count: 20, seed: 8)))
  func `what was there before is not new`(before: String, now: String) throws {
    let context = AuditContext(base: Array(before.utf8), scope: .newSinceBase)
    #expect(try audit(before, context).findings.isEmpty)
    let all = try audit(now, AuditContext(base: Array(before.utf8))).findings
    let new = try audit(now, context)
    // A finding of which some places are known says so, and stands at the first that is new.
    #expect(new.findings.count + new.known.count <= all.count)
    #expect(Set(new.findings.map(\.code)).isSubset(of: Set(all.map(\.code))))
    #expect(new.ledger.sent == (try audit(now).ledger.sent))
  }

  @Test func `in a new file everything is new`() throws {
    for scope in [AuditContext.Scope.newSinceBase, .changedLines] {
      #expect(try audit(Self.spaced, AuditContext(scope: scope), ["UNI001"]).findings.count == 1)
    }
  }

  @Test func `only changed lines count, and only they are mended`() throws {
    let base = "Be brief.\n\n" + Self.spaced
    let now = "Be\u{A0}brief and be\u{A0}kind.\n\n" + Self.spaced
    let context = AuditContext(base: Array(base.utf8), scope: .changedLines)
    #expect(try audit(base, context, ["UNI001"]).findings.isEmpty)
    #expect(try audit(now, context, ["UNI001"]).places == ["1:3 UNI001"])
    let auditor = try auditor(["UNI001"], AuditSettings())
    let fixed = try #require(auditor.fixed(path: "a.md", bytes: Array(now.utf8), upTo: .safe, in: context))
    #expect(fixed.after.string == "Be brief and be kind.\n\n" + Self.spaced)
  }

  private func audit(
    _ text: String, _ context: AuditContext = AuditContext(), _ select: [String] = []
  ) throws -> FileAudit {
    try auditor(select, AuditSettings()).audit(path: "a.md", bytes: Array(text.utf8), in: context)
  }

  private func audit(_ text: String, _ select: [String]) throws -> FileAudit {
    try audit(text, AuditContext(), select)
  }
}
