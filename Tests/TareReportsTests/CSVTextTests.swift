import Testing

@testable import TareReports

struct CSVTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("-12.5", "-12.5"), ("=1+1", "\"'=1+1\""), ("@sum", "\"'@sum\""), ("", ""),
  ])
  func `a cell comes back as it was and starts no formula`(cell: String, text: String) {
    #expect(csvText([[cell, "x"]]) == text + ",x\n")
  }
}
