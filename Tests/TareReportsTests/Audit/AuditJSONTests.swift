import TareAudit
import TareJSON
import TareModels
import TareReports
import TareText
import TareTokens
import Testing

struct AuditJSONTests {
  private func elements(_ audit: PricedAudit) throws -> [JSONValue] {
    try JSONDocument(parsing: Array(audit.json.utf8)).root.elements
  }

  @Test func `each finding has the members of ruff's, and its tokens`() throws {
    let elements = try elements(PricedAudit(AuditMaterial.report()))
    #expect(elements.count == AuditMaterial.report().findingCount)
    for element in elements {
      #expect(
        element.members.map(\.name) == [
          "code", "name", "severity", "filename", "location", "end_location", "message", "fix", "tokens", "tokens_kind",
          "usd", "url",
        ])
    }
    let volatile = try #require(elements.first { $0["code"]?.string == "CCH001" })
    #expect(volatile["location"]?["row"]?.integer == 1 && volatile["location"]?["column"]?.integer == 10)
    #expect(volatile["end_location"]?["column"]?.integer == 17)
    #expect(volatile["fix"]?.isNull == true && volatile["tokens_kind"]?.string == "uncached")
  }

  /// A program that knows nothing but the report can make the same fix.
  @Test func `the edits of a fix, made by rows and columns, are the fix`() throws {
    let report = AuditMaterial.report()
    let file = try #require(report.files.first)
    let table = try #require(try elements(PricedAudit(report)).first { $0["code"]?.string == "FMT001" })
    #expect(table["fix"]?["applicability"]?.string == "safe")
    let edits = try #require(table["fix"]?["edits"]?.elements).map { edit in
      Edit.replace(
        SourceRange(try offset(edit["location"], in: file.source), try offset(edit["end_location"], in: file.source)),
        with: try #require(edit["content"]?.string))
    }
    let fix = try #require(file.findings.first { $0.code == "FMT001" }?.fix)
    #expect(edits == fix.edits)
  }

  private func offset(_ location: JSONValue?, in source: SourceText) throws -> Int {
    let row = try #require(location?["row"]?.integer)
    let column = try #require(location?["column"]?.integer)
    let line = source.string(in: source.lineRange(row - 1)).unicodeScalars
    let prefix = String(String.UnicodeScalarView(line.prefix(column - 1)))
    return source.lineStarts[row - 1] + prefix.utf8.count
  }

  @Test func `money is exact decimal text`() throws {
    let element = try #require(try elements(AuditMaterial.priced(model: "gpt-4o", requestsPerMonth: 10)).first)
    let cost = try #require(element["cost"])
    #expect(cost["per_1000_requests"]?.kind == .string && cost["per_month"]?.kind == .string)
  }

  @Test func `no findings are an empty array`() throws {
    #expect(PricedAudit(AuditReport(files: [], counting: ModelTokenizer(.o200kBase))).json == "[]\n")
  }
}
