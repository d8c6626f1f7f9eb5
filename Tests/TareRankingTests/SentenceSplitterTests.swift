import Testing

@testable import TareRanking

struct SentenceSplitterTests {
  @Test func `a long sentence is cut at a comma that leaves enough on both sides`() throws {
    let start =
      "The library on the market square, which was built in 1907, burnt down in the winter of 1951 and rose again"
    let long =
      start + " within only two years, and the reading room has been open to everybody without a card ever since. "
    let pieces = try SentenceSplitter().pieces(of: long + "The roof can be visited, in summer.")
    #expect(pieces.map(\.sentence) == [0, 0, 1])
    #expect(pieces.map { $0.text.hasSuffix("two years, ") } == [true, false, false])
  }

  @Test(arguments: [
    ("图书馆在周一到周五的上午九点开门，在市场广场的一座老建筑里，那是一九零七年建成的房子，后来在火灾之后重建。", 2),
    ("图书馆很小，但是很安静。", 1),
    ("ห้องสมุดอยู่ที่จัตุรัสตลาดกลางเมืองเก่า เปิดทุกวันเวลาเก้าโมงเช้า ปิดห้าโมงเย็น", 2),
    ("Библиотека, как известно, открыта, кроме пятницы.", 1),
  ])
  func `other scripts are cut where theirs may be`(text: String, count: Int) throws {
    let pieces = try SentenceSplitter().pieces(of: text)
    #expect(pieces.count == count)
    #expect(pieces.map(\.text).joined() == text)
    #expect(Set(pieces.map(\.sentence)) == [0])
  }
}
