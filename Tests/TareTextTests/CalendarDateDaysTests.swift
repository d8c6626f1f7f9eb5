import TareText
import Testing

struct CalendarDateDaysTests {
  @Test(arguments: [
    ("2026-11-20", "2026-11-20", 0), ("2026-11-20", "2026-11-21", 1), ("2026-12-31", "2027-01-01", 1),
    ("2027-02-28", "2027-03-01", 1), ("2028-02-28", "2028-03-01", 2), ("2000-02-28", "2000-03-01", 2),
    ("1900-02-28", "1900-03-01", 1), ("1970-01-01", "2026-11-20", 20_777), ("0001-01-01", "9999-12-31", 3_652_058),
  ])
  func `days between dates`(start: String, end: String, days: Int) throws {
    let (start, end) = (try #require(CalendarDate(start)), try #require(CalendarDate(end)))
    #expect(start.days(until: end) == days)
    #expect(end.days(until: start) == -days)
  }

  @Test func `each day is one after the one before`() throws {
    var last: CalendarDate?
    for year in 1896...2104 {
      for month in 1...12 {
        for day in 1...31 {
          let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
          guard let date = CalendarDate(text) else { continue }
          if let last { #expect(last.days(until: date) == 1) }
          last = date
        }
      }
    }
  }
}
