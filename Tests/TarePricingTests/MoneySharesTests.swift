import TarePricing
import Testing

struct MoneyChangeTests {
  @Test(arguments: [
    ("0.295305", "0.60153", 1_037), ("2", "1", -500), ("1", "1", 0), ("3", "3.0015", 1), ("3", "3.0014999", 0),
    ("3", "2.9985", -1), ("0.000000000000001", "0.000000000000003", 2_000),
    ("100000000000000000000000", "150000000000000000000000", 500),
  ])
  func `a change is a share of what was before`(base: String, money: String, thousandths: Int) throws {
    #expect(try Money(dollars: money).changeInThousandths(from: Money(dollars: base)) == thousandths)
  }

  @Test(arguments: ["0", "-1"])
  func `of nothing there is no share`(base: String) throws {
    #expect(try Money(dollars: "1").changeInThousandths(from: Money(dollars: base)) == nil)
  }
}
