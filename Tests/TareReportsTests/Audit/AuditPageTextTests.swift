import TareAudit
import TareReports
import TareText
import TareUnicode
import Testing

/// What people read: nothing reaches a terminal as a control, carets stand where they should, comments fit.
struct AuditPageTextTests {
  private let forPeople: [AuditFormat] = [.full, .concise, .grouped]

  private func text(_ report: AuditReport, _ format: AuditFormat, _ style: TextStyle = .plain) -> String {
    PricedAudit(report).rendered(as: format, .init(style: style, toolVersion: "0.1.0"))
  }

  @Test func `no control and no sign of direction reaches a terminal`() {
    for (name, report) in HostileAudits.all {
      for format in forPeople {
        let unfit = text(report, format).unicodeScalars.filter { $0.isUnfitToShow && $0 != "\n" }
        #expect(unfit.isEmpty, "\(name) \(format)")
      }
    }
  }

  @Test func `colours are all that style adds`() {
    for (name, report) in HostileAudits.all {
      for format in AuditFormat.allCases {
        let coloured = text(report, format, .coloured)
        let plain = withoutColours(coloured)
        #expect(plain == text(report, format), "\(name) \(format)")
        #expect(format.isForTerminals || coloured == plain)
      }
    }
  }

  /// The text without the escape sequences for colours.
  private func withoutColours(_ text: String) -> String {
    text.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated().map { index, part in
      index == 0 ? String(part) : String(part.drop { $0 != "m" }.dropFirst())
    }.joined()
  }

  @Test func `no line of a report for people is longer than its message`() {
    for (name, report) in HostileAudits.all {
      for line in text(report, .full).split(separator: "\n") where !line.contains(": ") {
        #expect(String(line).displayWidth <= 120, "\(name)")
      }
    }
  }

  @Test(arguments: ["plain ", "日本語", "e\u{301}é ", "👩‍💻🇩🇪 ", "a\tb\t", "العربية "])
  func `the caret stands below what is meant, however wide the characters before it are`(lead: String) throws {
    let report = AuditMaterial.report([("a.md", "\(lead)x\u{A0}y\n")], and: [])
    let finding = try #require(report.files.first?.findings.first { $0.code == "UNI001" })
    let single = AuditReport(files: report.files, counting: report.counting)
    let lines = PricedAudit(single).full(showsSums: false).split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.contains(finding.code) })
    let (source, carets) = (lines[start + 2], lines[start + 3])
    let column = String(carets.prefix { $0 != "^" }).displayWidth
    #expect(column == String(source.prefix { $0 != "\u{2423}" }).displayWidth)
    #expect(carets.contains("^") && source.contains("\u{2423}"))
  }

  @Test func `a comment fits into what GitHub takes, and its table has as many cells in each row`() {
    let many = (0..<400).map { ("folder/\($0)-\(String(repeating: "x", count: 200)).md", AuditMaterial.table) }
    let reports = HostileAudits.all + [("many", AuditMaterial.report(many, and: []))]
    for (name, report) in reports {
      let comment = PricedAudit(report).markdown
      #expect(comment.utf8.count < 60_000, "\(name)")
      let rows = comment.split(separator: "\n").filter { $0.hasPrefix("|") }
      #expect(Set(rows.map { $0.count { $0 == "|" } }).count <= 1, "\(name)")
      #expect(!comment.contains("<script") && !comment.contains("<img"), "\(name)")
    }
  }

  @Test func `what a fix shows is in the text before or in the text after`() throws {
    let report = AuditMaterial.report([("a.md", AuditMaterial.table + "\n\n" + AuditMaterial.passage)], and: [])
    let file = try #require(report.files.first)
    let fix = try #require(file.findings.first { $0.code == "FMT001" }?.fix)
    let after = try file.source.applying(fix.edits).string.split(separator: "\n").map(String.init)
    let lines = PricedAudit(report).full().split(separator: "\n").map(String.init)
    let added = lines.compactMap { $0.firstMatch(of: #/^ *\d+ \+ (.*)$/#).map { String($0.1) } }
    let removed = lines.compactMap { $0.firstMatch(of: #/^ *\d+ - (.*)$/#).map { String($0.1) } }
    #expect(added.count == 3 && removed.count == 3)
    #expect(added.allSatisfy { after.contains($0) })
    #expect(removed.allSatisfy { line in file.source.string.contains(line) })
  }
}
