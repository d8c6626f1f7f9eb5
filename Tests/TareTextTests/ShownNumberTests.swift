import TareText
import Testing

struct ShownNumberTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (-1_000, "-1,000"), (-999, "-999"), (1_234_567, "1,234,567"),
    (.max, "9,223,372,036,854,775,807"), (.min, "-9,223,372,036,854,775,808"),
  ])
  func `digits stand in groups of three`(number: Int, shown: String) {
    #expect(number.grouped == shown)
  }

  @Test func `a number that no integer holds is grouped alike`() {
    #expect(groupedDigits("170141183460469231731687303715884105727").hasPrefix("170,141,183,460,"))
    #expect(groupedDigits("") == "")
  }

  @Test func `a byte has two digits, and reading them gives it back`() {
    for byte in UInt8.min ... .max {
      #expect(byte.hexadecimal.utf8.count == 2 && UInt8(byte.hexadecimal, radix: 16) == byte)
    }
    #expect(UInt8(0xE9).hexadecimal == "E9")
  }
}
