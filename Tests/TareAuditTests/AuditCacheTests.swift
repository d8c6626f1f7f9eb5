import TareAudit
import TareText
import Testing

struct AuditCacheTests {
  private func key(_ spec: SpecPage.Case) -> AuditKey {
    AuditKey(
      path: spec.path, bytes: Array(spec.prompt.utf8), base: spec.base.map { Array($0.utf8) },
      fingerprint: "\(spec.rule) \(spec.settings)")
  }

  private func found(_ spec: SpecPage.Case) throws -> FileAudit {
    try audit(spec.prompt, path: spec.path, base: spec.base, select: [spec.rule], settings: spec.settings)
  }

  private func allFound(_ specs: [SpecPage.Case]) throws -> [AuditKey: FileAudit] {
    Dictionary(try specs.map { (key($0), try found($0)) }, uniquingKeysWith: { $1 })
  }

  private func kept(_ specs: [SpecPage.Case]) throws -> [UInt8] { AuditCache().written(with: try allFound(specs)) }

  @Test func `what is remembered of a file is what was found`() throws {
    let cache = AuditCache(try kept(SpecTests.cases))
    for spec in SpecTests.cases {
      let found = try found(spec)
      let remembered = cache.audit(key(spec), path: spec.path, bytes: Array(spec.prompt.utf8))
      #expect(found.isFailure ? remembered == nil : remembered == found, "\(spec)")
    }
  }

  @Test func `a cache has the same bytes in whatever order it came to be`() throws {
    let bytes = try kept(SpecTests.cases)
    #expect(try kept(SpecTests.cases.reversed()) == bytes)
    #expect(AuditCache(bytes).written(with: try allFound(SpecTests.cases)) == bytes)
  }

  @Test func `another path, text, base or setting is another key`() {
    let text = Array("Answer.".utf8)
    let keys = [
      AuditKey(path: "a.md", bytes: text, fingerprint: "f"), AuditKey(path: "b.md", bytes: text, fingerprint: "f"),
      AuditKey(path: "a.md", bytes: text + text, fingerprint: "f"),
      AuditKey(path: "a.md", bytes: text, fingerprint: "g"),
      AuditKey(path: "a.md", bytes: text, base: text, fingerprint: "f"),
      AuditKey(path: "a.md", bytes: text, base: [], fingerprint: "f"),
    ]
    #expect(Set(keys).count == keys.count)
  }

  @Test func `an audit that nobody asks for is forgotten after a while`() throws {
    let spec = try #require(SpecTests.cases.first)
    var bytes = try kept([spec])
    var runs = 0
    while AuditCache(bytes).audit(key(spec), path: spec.path, bytes: Array(spec.prompt.utf8)) != nil, runs < 100 {
      bytes = AuditCache(bytes).written(with: [:])
      runs += 1
    }
    #expect(runs == 9)
  }

  @Test func `a damaged cache is an empty one or still right`() throws {
    let specs = Array(SpecTests.cases.prefix(12))
    let bytes = try kept(specs)
    for place in stride(from: 0, to: bytes.count, by: 7) {
      for damaged in [Array(bytes[..<place]), bytes[..<place] + [0x22] + bytes[(place + 1)...]] {
        let cache = AuditCache(damaged)
        for spec in specs {
          let remembered = cache.audit(key(spec), path: spec.path, bytes: Array(spec.prompt.utf8))
          let ends = remembered?.findings.map(\.range.end) ?? []
          #expect(ends.allSatisfy { $0 <= spec.prompt.utf8.count })
        }
        _ = cache.written(with: [:])
      }
    }
  }

  @Test func `what is no cache at all remembers nothing`() {
    for bytes in [[], Array("[]".utf8), Array("{\"layout\":2,\"audits\":{}}".utf8), [0xFF, 0x00]] as [[UInt8]] {
      #expect(AuditCache(bytes).written(with: [:]) == AuditCache().written(with: [:]))
    }
  }
}
