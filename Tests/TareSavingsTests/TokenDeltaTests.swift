import TareSavings
import TareTokens
import Testing

struct TokenDeltaTests {
  private func delta(_ before: Int, _ after: Int) throws -> TokenDelta {
    try TokenDelta(before: TokenCount(before, basis: .exact), after: TokenCount(after, basis: .exact))
  }

  @Test func `before and delta make after`() throws {
    for before in 0..<40 {
      for after in 0..<40 { #expect(try before + delta(before, after).delta == after) }
    }
  }

  @Test(arguments: [
    (100, 80, -200), (3, 4, 333), (3, 2, -333), (3, 5, 667), (1_000, 1_000, 0), (2_000, 2_001, 1), (2_000, 1_999, -1),
    (4_001, 4_000, 0), (1, 0, -1_000),
  ])
  func `a change is a share of what was before`(before: Int, after: Int, thousandths: Int) throws {
    #expect(try delta(before, after).changeInThousandths == thousandths)
  }

  @Test func `what was nothing has not grown by any share`() throws {
    #expect(try delta(0, 5).changeInThousandths == nil)
  }

  @Test func `counts come by in different ways are not compared`() {
    let error = #expect(throws: MixedBases.self) {
      try TokenDelta(before: TokenCount(100, basis: .exact), after: TokenCount(98, basis: .estimated(band: 80)))
    }
    #expect(error?.description == "a count that is exact cannot be compared with one that is estimated ±8%")
  }
}
