import TestMaterial
import Testing

@testable import TareUnicode

struct PiecesTests {
  @Test(arguments: [Cut.beforeASCII, .afterLineFeed], 1...9)
  func `pieces cover the text and keep to the limit`(cut: Cut, limit: Int) {
    var random = SeededGenerator(seed: 10)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let list = pieces(of: bytes.span, limit: limit, cut: cut)
      #expect(list.flatMap { Array($0) } == Array(0..<bytes.count))
      #expect(list.allSatisfy { 1...limit ~= $0.count })
    }
  }

  @Test func `a text is cut where both sides stand alone, else between scalars`() {
    let text = Array("éé éé".utf8)
    #expect(pieces(of: text.span, limit: 6, cut: .beforeASCII) == [0..<4, 4..<9])
    #expect(pieces(of: text.span, limit: 3, cut: .afterLineFeed) == [0..<2, 2..<5, 5..<7, 7..<9])
  }
}
