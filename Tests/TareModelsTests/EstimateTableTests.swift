import TareModels
import TareTokens
import Testing

struct EstimateTableTests {
  /// The published ratios to o200k_base, in thousandths: kind, Claude 3 to 4.6, Claude 4.7 and later, DeepSeek.
  static let measured: [(kind: TextKind, claude3: Int, claude47: Int, deepSeek: Int)] = [
    (.english, 1_131, 1_605, 1_015), (.english, 1_121, 1_484, 1_030), (.markdown, 1_130, 1_519, 1_043),
    (.markdown, 1_146, 1_552, 1_018), (.german, 1_434, 2_042, 1_160), (.french, 1_264, 1_708, 1_110),
    (.cyrillic, 1_436, 1_602, 1_110), (.japanese, 1_202, 1_311, 951), (.chinese, 1_463, 1_577, 916),
    (.code, 1_310, 1_738, 1_070), (.code, 1_330, 1_586, 1_100), (.code, 1_320, 1_791, 1_085),
    (.json, 1_267, 1_475, 1_090), (.minifiedJSON, 1_245, 1_597, 1_130), (.yaml, 1_136, 1_382, 1_017),
    (.identifiers, 1_042, 1_122, 1_006),
  ]

  private func table(_ family: String) throws -> EstimateTable {
    try #require(try ModelDirectory.builtIn.family(named: family)?.estimate)
  }

  private func composition(_ counts: [TextKind: Int]) -> TextComposition {
    var composition = TextComposition()
    for (kind, count) in counts { composition[kind] = count }
    return composition
  }

  @Test(arguments: measured.indices)
  func `every ratio that was measured lies in the band of its kind and in that of any text`(index: Int) throws {
    let row = Self.measured[index]
    for (family, ratio) in [("claude-3", row.claude3), ("claude-4.7", row.claude47), ("deepseek", row.deepSeek)] {
      let table = try table(family)
      for scale in [table.scale(for: composition([row.kind: 10_000])), table.anyText] {
        guard case .estimated(let band) = scale.basis else { throw MixedBases(before: scale.basis, after: .exact) }
        let estimate = scale.modelTokens(1_000_000)
        #expect(abs(estimate - ratio * 1_000) * 1_000 <= estimate * band, "\(family), \(row.kind)")
      }
    }
  }

  @Test func `the band of a mixture lies between those of its kinds, and so does its ratio`() throws {
    let table = try table("claude-4.7")
    for first in TextKind.allCases {
      for second in TextKind.allCases {
        let mixed = table.scale(for: composition([first: 300_000_000]) + composition([second: 700_000_000]))
        let ratios = [table[first], table[second]]
        let estimate = mixed.modelTokens(1_000)
        #expect(ratios.map(\.thousandths).min().map { $0 <= estimate } == true)
        #expect(ratios.map(\.thousandths).max().map { $0 >= estimate } == true)
        guard case .estimated(let band) = mixed.basis else { return }
        #expect(ratios.map(\.band).min().map { $0 <= band } == true)
        #expect(ratios.map(\.band).max().map { $0 >= band } == true)
      }
    }
  }

  @Test func `a scale is monotone, keeps nothing at nothing, and its limits are met exactly`() throws {
    let table = try table("claude-3")
    let scale = table.scale(for: composition([.english: 70, .code: 29, .other: 1]))
    #expect(scale.modelTokens(0) == 0 && scale.encodingTokens(reaching: 0) == 0)
    #expect(scale.modelTokens(.max) == .max && scale.modelTokens(-7) == -scale.modelTokens(7))
    for count in 0..<2_000 { #expect(scale.modelTokens(count) < scale.modelTokens(count + 1)) }
    for limit in [1, 2, 7, 512, 1_024, 4_096] {
      let needed = scale.encodingTokens(reaching: limit)
      #expect(scale.modelTokens(needed) >= limit && scale.modelTokens(needed - 1) < limit)
    }
  }

  @Test func `compositions add up, and the band narrows with the length of a text`() throws {
    let table = try table("claude-3")
    let left = composition([.english: 3, .german: 5])
    let right = composition([.german: 7, .yaml: 2])
    #expect(left + right == right + left && (left + right)[.german] == 12 && (left + right).total == 17)
    let bands = [1, 10, 100, 10_000, 100_000_000].map { count -> Int in
      guard case .estimated(let band) = table.scale(for: composition([.code: count])).basis else { return 0 }
      return band
    }
    #expect(bands == bands.sorted(by: >) && bands.last == table[.code].band && bands[0] > 700)
    #expect(table.scale(for: TextComposition()) == table.anyText)
  }

  @Test func `estimates are added up with their bands, and never to counts of another basis`() throws {
    let sum = try TokenCount.sum(of: [
      TokenCount(100, basis: .estimated(band: 80)), TokenCount(300, basis: .estimated(band: 160)),
    ])
    #expect(sum == TokenCount(400, basis: .estimated(band: 140)))
    #expect(try TokenCount.sum(of: []) == nil)
    for other in [TokenCount.Basis.exact, .assumed, .reconstructed] {
      #expect(throws: MixedBases.self) {
        try TokenCount.sum(of: [TokenCount(1, basis: other), TokenCount(1, basis: .estimated(band: 80))])
      }
      #expect(throws: MixedBases.self) {
        try TokenCount.sum(of: [TokenCount(1, basis: .estimated(band: 80)), TokenCount(1, basis: other)])
      }
    }
  }
}
