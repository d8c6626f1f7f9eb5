import TareAudit
import TareModels
import TarePrompts
import TareText
import TareTokens
import Testing

struct AddedSuppressionsTests {
  @Test(arguments: RulePageTests.triggering)
  func `what was let be is not found, and costs no tokens`(code: String, example: RulePage.Example) throws {
    let auditor = try auditor(code)
    var context = AuditContext(base: example.base.map { Array($0.utf8) })
    let before = auditor.audit(path: example.path, bytes: Array(example.prompt.utf8), in: context)
    let added = auditor.lettingBe(before, in: context, because: "a reason")
    #expect(added.count == before.findings.count)
    context.suppressions = suppressions(added)
    let after = auditor.audit(path: example.path, bytes: added.source.utf8, in: context)
    #expect(after.findings == [])
    #expect(after.ledger.sent == before.ledger.sent)
  }

  @Test(arguments: [
    ("a.jinja", "Two\u{A0}words.\nMore.\n", "Two\u{A0}words.{# tare:ignore UNI001 -- why #}\nMore.\n"),
    ("a.hbs", "Two\u{A0}words.", "Two\u{A0}words.{{!-- tare:ignore UNI001 -- why --}}"),
    (
      "a.prompt.yml", "messages:\n  - role: user\n    content: \"Two\u{A0}words.\"\n",
      "messages:\n  - role: user\n    content: \"Two\u{A0}words.\"  # tare:ignore UNI001 -- why\n"
    ),
  ])
  func `a comment that is not sent stands in the line`(path: String, prompt: String, after: String) throws {
    let added = try letBe(prompt, path)
    #expect(added.source.string == after && added.entries == [])
  }

  @Test(arguments: [
    ("a.md", "Two\u{A0}words.\n", "Two\u{A0}words."), ("a.md", "A\u{A0}b.\nC\u{A0}d.\n", nil),
    (
      "a.json", #"{"messages":[{"role":"user","content":"A\#u{A0}b."}]}"#,
      #"{"messages":[{"role":"user","content":"A\#u{A0}b."}]}"#
    ),
    ("a.jinja", "{% raw %}\nTwo\u{A0}words.\n{% endraw %}\n", "Two\u{A0}words."),
    ("a.prompt.yml", "messages:\n  - role: user\n    content: |\n      Two\u{A0}words.\n", "Two\u{A0}words."),
  ])
  func `where comments would be sent, an entry stands beside the file`(path: String, prompt: String, text: String?)
    throws
  {
    let added = try letBe(prompt, path)
    #expect(added.source.string == prompt)
    #expect(added.entries.map(\.rules) == [["UNI001"]] && added.entries.map(\.lines) == [text.map { .text($0) }])
  }

  @Test(arguments: ["SEC001", "UNI001"])
  func `a line with a key in it is never written down`(code: String) throws {
    let key = "AKIA" + "Q3EGRWZ5T2VNLK7H"
    let auditor = try auditor(code)
    let audit = auditor.audit(path: "a.md", bytes: Array("Sign in with \(key)\u{A0}now.\n".utf8))
    let added = auditor.lettingBe(audit, in: AuditContext(), because: "why")
    #expect(added.count == 1 && !"\(added.entries)".contains(key))
    let context = AuditContext(suppressions: suppressions(added))
    for text in [audit.source.string, "Be brief.\n\n  " + audit.source.string] {
      #expect(auditor.audit(path: "a.md", bytes: Array(text.utf8), in: context).findings == [])
    }
    // Any other line with the same key is found.
    let other = auditor.audit(path: "a.md", bytes: Array("With \(key)\u{A0}too.\n".utf8), in: context)
    #expect(other.findings.map(\.code).contains(code))
  }

  @Test func `a file that nobody can read, and one without findings, are left alone`() throws {
    #expect(try letBe("Be brief.", "a.md").count == 0)
    let auditor = try auditor("UNI001")
    let unread = auditor.audit(path: "a.md", bytes: [0xFF])
    #expect(auditor.lettingBe(unread, in: AuditContext(), because: nil).count == 0)
  }

  private func letBe(_ prompt: String, _ path: String) throws -> AddedSuppressions {
    let auditor = try auditor("UNI001")
    let audit = auditor.audit(path: path, bytes: Array(prompt.utf8))
    return auditor.lettingBe(audit, in: AuditContext(), because: "why")
  }

  private func auditor(_ code: String) throws -> Auditor {
    let selection = try RuleSelection(select: [code], ignore: [])
    return Auditor(RuleCatalogue.rules(selection, RulePageTests.settings), encoding: .o200kBase)
  }

  /// What the entries let be, read back from the file they would stand in.
  private func suppressions(_ added: AddedSuppressions) -> [Suppression] {
    let sidecar = (try? SuppressionSidecar.adding(added.entries, because: "a reason", to: [])).flatMap {
      try? SuppressionSidecar($0)
    }
    return (sidecar?.entries ?? []).map {
      Suppression(
        rules: $0.rules, reason: $0.reason, until: $0.until, text: $0.text, content: $0.content, origin: "beside")
    }
  }
}
