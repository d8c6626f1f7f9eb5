import TareAudit
import TareReports
import TareText
import TareTokens

/// Reports that a format must not choke on: names and texts that mean something to it, places that are not there, lines
/// without end.
enum HostileAudits {
  /// Names that no format may pass on as they are.
  static let paths = [
    "]]>.md", "%0A::error::x.md", "a\u{1B}[31m\u{0}b.md", "new\nline.md", "\u{202E}dm.tfel.md", "<img src=x>&amp;.md",
    "\u{1F469}\u{200D}\u{1F4BB}|`@all`.md", "\u{FFFE}\u{E000}.md", "quote\"'\\.md", " .md", "日本/é.md",
    "\u{85}\u{2028}.md",
  ]

  private static let texts = [
    "]]><script>alert(1)</script>\u{A0}\u{1B}[2J\u{A0}%0A%3A\u{202E}\u{A0}end\n",
    "\u{FEFF}\u{A0}x\u{0}y\u{A0}\n",
    String(repeating: String(repeating: "long ", count: 200) + "\u{A0}\u{1F600} ", count: 100),
    AuditMaterial.table + "\r\n\r\n" + AuditMaterial.passage + "\r\n" + AuditMaterial.passage, "",
    "👩‍👩‍👧‍👦\u{A0}日本語\u{A0}e\u{301}\u{A0}العربية\u{A0}x", "{{now}}\n" + AuditMaterial.passage + AuditMaterial.passage,
  ]

  static let all: [(name: String, report: AuditReport)] = [
    ("nothing", AuditMaterial.report([], and: [])),
    ("a clean file", AuditMaterial.report([("a.md", "Be brief.\n")], and: [])),
    ("names", AuditMaterial.report(paths.map { ($0, AuditMaterial.table + "\n\u{A0}x") }, and: unreadable)),
    ("texts", AuditMaterial.report(texts.enumerated().map { ("\($0).md", $1) }, and: [])),
    ("bytes", AuditMaterial.report([], and: [cut])), ("usual", AuditMaterial.report()),
  ]

  private static let unreadable = paths.map { FileAudit.unreadable(path: $0, reason: "]]>\n\u{0}<b>%0A\u{202E}") }

  /// A file that is text up to a byte.
  private static let cut: FileAudit = {
    let auditor = Auditor(RuleCatalogue.rules(), encoding: .o200kBase)
    return auditor.audit(path: "cut.md", bytes: Array("one\ntwo \u{A0}".utf8) + [0xFF, 0x0A])
  }()
}
