import TareAudit
import TareJSON
import TareReports
import TareText
import Testing

/// GitLab, Reviewdog, SARIF, GitHub and JSON: the members that their readers ask for, and places that lead where they say.
struct AuditExchangeTests {
  private func root(_ text: String) throws -> JSONValue { try JSONDocument(parsing: Array(text.utf8)).root }

  @Test func `GitLab gets what its report asks for, and no fingerprint twice`() throws {
    for (name, report) in HostileAudits.all {
      let entries = try root(PricedAudit(report).gitLab).elements
      #expect(entries.count == report.findingCount, "\(name)")
      for entry in entries {
        #expect(entry["description"]?.string?.isEmpty == false && entry["check_name"]?.string?.isEmpty == false)
        #expect(["info", "minor", "major", "critical", "blocker"].contains(entry["severity"]?.string))
        #expect(entry["location"]?["path"]?.string?.isEmpty == false)
        let lines = try #require(entry["location"]?["lines"])
        let (begin, end) = (try #require(lines["begin"]?.integer), try #require(lines["end"]?.integer))
        #expect(begin >= 1 && end >= begin)
      }
      let fingerprints = entries.compactMap { $0["fingerprint"]?.string }
      #expect(Set(fingerprints).count == report.findingCount, "\(name)")
    }
  }

  @Test func `what Reviewdog would put in is what the fix makes, by columns in bytes`() throws {
    for (name, report) in HostileAudits.all {
      let entries = try root(PricedAudit(report, fixSafety: .unsafe).rdjson)["diagnostics"]?.elements ?? []
      let findings = report.files.flatMap { file in file.findings.map { (file, $0) } }
      #expect(entries.count == findings.count, "\(name)")
      for (entry, (file, finding)) in zip(entries, findings) {
        #expect(entry["message"]?.string?.isEmpty == false && entry["location"]?["path"]?.string == file.path)
        #expect(["INFO", "WARNING", "ERROR"].contains(entry["severity"]?.string))
        guard let fix = finding.fix else { continue }
        let edits = try (entry["suggestions"]?.elements ?? []).map { suggestion in
          let start = try offset(suggestion["range"]?["start"], in: file.source)
          let end = try offset(suggestion["range"]?["end"], in: file.source)
          return Edit.replace(SourceRange(start, end), with: try #require(suggestion["text"]?.string))
        }
        #expect(try file.source.applying(edits).utf8 == file.source.applying(fix.edits).utf8, "\(name)")
      }
    }
  }

  private func offset(_ position: JSONValue?, in source: SourceText) throws -> Int {
    let line = try #require(position?["line"]?.integer)
    return source.lineStarts[line - 1] + (try #require(position?["column"]?.integer)) - 1
  }

  @Test func `what SARIF would put in is what the fix makes, by columns in code points`() throws {
    for (name, report) in HostileAudits.all {
      let run = try #require(try root(PricedAudit(report).sarif(toolVersion: "0.1.0"))["runs"]?.elements.first)
      #expect(run["tool"]?["driver"]?["name"]?.string == "tare")
      #expect(run["invocations"]?.elements.first?["executionSuccessful"] != nil)
      let results = run["results"]?.elements ?? []
      let findings = report.files.flatMap { file in file.findings.map { (file, $0) } }
      #expect(results.count == findings.count, "\(name)")
      for (result, (file, finding)) in zip(results, findings) {
        #expect(result["message"]?["text"]?.string?.isEmpty == false)
        let uri = result["locations"]?.elements.first?["physicalLocation"]?["artifactLocation"]?["uri"]?.string
        #expect(uri?.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") } == true, "\(name)")
        guard let fix = finding.fix else { continue }
        let change = result["fixes"]?.elements.first?["artifactChanges"]?.elements.first
        let edits = try (change?["replacements"]?.elements ?? []).map { replacement in
          let region = try #require(replacement["deletedRegion"])
          let start = try offset(region, "start", in: file.source)
          let end = try offset(region, "end", in: file.source)
          return Edit.replace(
            SourceRange(start, end), with: try #require(replacement["insertedContent"]?["text"]?.string))
        }
        #expect(try file.source.applying(edits).utf8 == file.source.applying(fix.edits).utf8, "\(name)")
      }
    }
  }

  private func offset(_ region: JSONValue, _ side: String, in source: SourceText) throws -> Int {
    let line = try #require(region["\(side)Line"]?.integer) - 1
    let column = try #require(region["\(side)Column"]?.integer) - 1
    let start = line == 0 ? source.byteOrderMarkLength : source.lineStarts[line]
    let text = source.string(in: SourceRange(start, source.utf8.count)).unicodeScalars
    return start + String(text.prefix(column)).utf8.count
  }

  @Test func `a workflow command is one line, whatever the finding quotes`() {
    for (name, report) in HostileAudits.all {
      let lines = PricedAudit(report).gitHub.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count == report.findingCount, "\(name)")
      #expect(lines.allSatisfy { $0.hasPrefix("::notice ") || $0.hasPrefix("::warning ") || $0.hasPrefix("::error ") })
    }
  }

  @Test func `lines of JSON are the elements of the array`() throws {
    for (name, report) in HostileAudits.all {
      let elements = try root(PricedAudit(report).json).elements.map(leaves)
      let lines = try PricedAudit(report).jsonLines.split(separator: "\n").map { try leaves(root(String($0))) }
      #expect(elements == lines, "\(name)")
    }
  }

  /// What stands in a value, whatever its layout.
  private func leaves(_ value: JSONValue) -> [String] {
    switch value.kind {
    case .object: value.members.flatMap { member in leaves(member.value).map { "\(member.name).\($0)" } }
    case .array: ["[\(value.elements.count)]"] + value.elements.flatMap { leaves($0) }
    default: [String(decoding: value.rawBytes, as: UTF8.self)]
    }
  }

  @Test func `a place in JSON is the same in every unit`() throws {
    for (_, report) in HostileAudits.all {
      let findings = report.files.flatMap { file in file.findings.map { (file, $0) } }
      for (entry, (file, finding)) in zip(try root(PricedAudit(report).json).elements, findings) {
        let offset = try #require(entry["location"]?["offset"])
        let before = file.source.string(in: SourceRange(0, finding.range.start))
        #expect(offset["bytes"]?.integer == before.utf8.count)
        #expect(offset["utf16"]?.integer == before.utf16.count)
        #expect(offset["code_points"]?.integer == before.unicodeScalars.count)
      }
    }
  }

  @Test(arguments: AuditFormat.allCases) func `the same findings are the same bytes`(format: AuditFormat) {
    for (name, report) in HostileAudits.all {
      let presentation = PricedAudit.Presentation(toolVersion: "0.1.0")
      let text = PricedAudit(report).rendered(as: format, presentation)
      #expect(PricedAudit(report).rendered(as: format, presentation) == text, "\(name)")
      #expect(text.isEmpty || text.hasSuffix("\n"))
    }
  }
}
