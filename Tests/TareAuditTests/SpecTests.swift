import Foundation
import TareAudit
import TarePrompts
import Testing

struct SpecTests {
  static let pages: [SpecPage] = (try? SpecPage.all()) ?? []
  static let cases = pages.flatMap(\.cases)

  @Test func `every rule has a page, and every page a rule`() throws {
    let expected = RuleCatalogue.pages.map { "\($0.code)-\($0.name).md" }.sorted()
    #expect(try SpecPage.all().map(\.url.lastPathComponent) == expected)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil), arguments: pages)
  func `a recording is read before it is committed`(page: SpecPage) throws {
    let outcomes = try page.cases.map { spec in
      let after = try result(of: spec)
      return (try audit(spec), after == Exactly(spec.prompt) ? nil : after?.description)
    }
    let recorded = page.recorded(outcomes)
    guard recorded != (try String(contentsOf: page.url, encoding: .utf8)) else { return }
    try recorded.write(to: page.url, atomically: true, encoding: .utf8)
    Issue.record("\(page.url.lastPathComponent) was recorded anew; read the difference, then run again")
  }

  @Test(arguments: cases)
  func `the findings of a page are found`(spec: SpecPage.Case) throws {
    #expect(try audit(spec) == spec.findings)
  }

  @Test(arguments: cases)
  func `the fixes of a page are made`(spec: SpecPage.Case) throws {
    #expect(try result(of: spec) == Exactly(spec.fixed ?? spec.prompt))
  }

  @Test(arguments: cases)
  func `line endings change neither places nor fixes`(spec: SpecPage.Case) throws {
    let carriage = SpecPage.Case(
      spec, prompt: spec.prompt.replacingOccurrences(of: "\n", with: "\r\n"),
      base: spec.base?.replacingOccurrences(of: "\n", with: "\r\n"))
    #expect(try places(of: carriage) == places(of: spec))
    let fixed = try result(of: carriage)
    #expect(fixed == Exactly((spec.fixed ?? spec.prompt).replacingOccurrences(of: "\n", with: "\r\n")))
  }

  @Test(arguments: cases)
  func `a byte order mark changes neither places nor fixes`(spec: SpecPage.Case) throws {
    let marked = SpecPage.Case(spec, prompt: "\u{FEFF}" + spec.prompt)
    #expect(try places(of: marked) == places(of: spec))
    #expect(try result(of: marked) == Exactly("\u{FEFF}" + (spec.fixed ?? spec.prompt)))
  }

  @Test(arguments: cases.filter { isSilencedByFence.contains($0.rule) })
  func `nothing is found inside a fence`(spec: SpecPage.Case) throws {
    let fenced = SpecPage.Case(spec, prompt: "`````\n\(spec.prompt)\n`````", path: "prompt.md")
    #expect(try audit(fenced).isEmpty)
    #expect(try result(of: fenced) == Exactly(fenced.prompt))
  }

  /// A budget counts what is in fences too, and a placeholder in a fence is filled all the same.
  private static let isSilencedByFence = [
    "DUP001", "DUP002", "DUP003", "DUP005", "FMT001", "FMT002", "FMT007", "FMT008", "FMT009", "FMT010", "FMT011",
    "FMT012", "FMT014", "SEC002", "TPL003", "TPL008", "TPL009", "UNI001", "UNI002",
    "UNI003", "UNI004", "UNI005", "UNI006", "VRB001", "VRB002", "VRB003", "VRB004", "VRB005", "VRB006", "VRB007",
    "WSP001", "WSP002", "WSP005",
  ]

  private func audit(_ spec: SpecPage.Case) throws -> [String] {
    try TareAuditTests.audit(
      spec.prompt, path: spec.path, base: spec.base, select: [spec.rule], settings: spec.settings, others: spec.others
    ).lines
  }

  private func places(of spec: SpecPage.Case) throws -> [String] {
    try TareAuditTests.audit(
      spec.prompt, path: spec.path, base: spec.base, select: [spec.rule], settings: spec.settings, others: spec.others
    ).places
  }

  private func result(of spec: SpecPage.Case) throws -> Exactly? {
    try fixed(spec.prompt, path: spec.path, upTo: .unsafe, select: [spec.rule], settings: spec.settings)
  }
}

extension SpecPage.Case {
  init(_ other: SpecPage.Case, prompt: String, base: String? = nil, path: String? = nil) {
    self.init(
      page: other.page, rule: other.rule, title: other.title, prompt: prompt, base: base ?? other.base,
      others: other.others, settings: other.settings, path: path ?? other.path, findings: other.findings,
      fixed: other.fixed)
  }
}
