import TareText
import Testing

struct CalendarDateTests {
  @Test(arguments: ["2026-11-20", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func `a day is written as it was read`(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "2026-2-1", "2026-13-01", "2026-00-10", "2026-02-29", "1900-02-29", "2026-04-31", "2026-01-00", "0000-01-01",
    "2026/01/01", "20260101", "2026-01-01 ", "२०२६-०१-०१",
  ])
  func `a day that does not exist is none`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `days are in order`() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map { try #require(CalendarDate($0)) }
    #expect(days == days.reversed().sorted())
  }
}
