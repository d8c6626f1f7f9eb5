import Testing

@testable import TarePricing

struct MoneyTests {
  /// Numbers of steps around every place where a carry, a sign or a rounding could go wrong.
  static let steps: [Int] =
    [0, 1, -1, 9, 10, 499, 500, 501, 999_999_999_999_999, 1_000_000_000_000_000, -7_500_000_000_000_000]
    + stride(from: -9_876_543_210_987_654, through: 9_876_543_210_987_654, by: 1_234_567_890_123_457)

  @Test(arguments: steps)
  func `decimal text leads back to the same sum`(steps: Int) throws {
    let money = Money(steps: Int128(steps))
    #expect(try Money(dollars: money.decimalText) == money)
  }

  @Test(arguments: steps)
  func `sums, differences and multiples are those of whole numbers`(steps: Int) throws {
    let money = Money(steps: Int128(steps))
    for other in Self.steps {
      #expect(try (money + Money(steps: Int128(other))).steps == Int128(steps) + Int128(other))
      #expect(try (money - Money(steps: Int128(other))).steps == Int128(steps) - Int128(other))
      #expect(try (money * other).steps == Int128(steps) * Int128(other))
      #expect((money < Money(steps: Int128(other))) == (steps < other))
    }
  }

  @Test func `a sum out of range is reported, not wrapped`() throws {
    let most = Money(steps: .max)
    #expect(throws: MoneyOverflow.self) { try most + Money(steps: 1) }
    #expect(throws: MoneyOverflow.self) { try -most - Money(steps: 1) }
    #expect(throws: MoneyOverflow.self) { try most * 2 }
    #expect(throws: MoneyOverflow.self) { try Money.sum(of: [most, most]) }
    #expect(try most - most == .zero)
  }

  @Test(arguments: ["", "-", ".", "1.", ".5", "+1", "1e3", "1,000", " 1", "1 ", "0x1", "--1", "1.2.3", "NaN", "١"])
  func `what is no plain decimal number is refused`(text: String) {
    let error = #expect(throws: DecimalTextError.self) { try Money(dollars: text) }
    #expect(error?.code == .malformed)
  }

  @Test func `more places than can be held are refused unless they are zeros`() throws {
    #expect(try Money(dollars: "0.0000000000000010000").steps == 1)
    let error = #expect(throws: DecimalTextError.self) { try Money(dollars: "0.0000000000000001") }
    #expect(error?.description == "\"0.0000000000000001\" has more than 15 decimal places")
  }

  @Test func `too many digits are refused, however many`() {
    for count in [24, 40, 100_000] {
      let error = #expect(throws: DecimalTextError.self) { try Money(dollars: String(repeating: "9", count: count)) }
      #expect(error?.code == .tooLarge)
    }
  }

  @Test(arguments: [
    ("0.5", 0, "$0"), ("1.5", 0, "$2"), ("2.5", 0, "$2"), ("2.500000000000001", 0, "$3"), ("-0.5", 0, "$0"),
    ("-1.5", 0, "-$2"), ("0.125", 2, "$0.12"), ("0.135", 2, "$0.14"), ("999.995", 2, "$1,000.00"),
    ("1234567.891", 2, "$1,234,567.89"), ("-1234.5", 2, "-$1,234.50"), ("0", 2, "$0.00"),
    ("0.000000000000001", 15, "$0.000000000000001"), ("-0.004", 2, "$0.00"),
  ])
  func `a sum is shown rounded to the even neighbour`(text: String, places: Int, shown: String) throws {
    #expect(try Money(dollars: text).formatted(places: places) == shown)
  }

  @Test(arguments: steps)
  func `rounding moves a sum by at most half a unit`(steps: Int) throws {
    for places in 0...15 {
      let unit = (0..<(15 - places)).reduce(Int128(1)) { unit, _ in unit * 10 }
      let moved = Money(steps: Int128(steps)).rounded(toPlaces: places).steps - Int128(steps)
      #expect(moved.magnitude * 2 <= unit.magnitude)
    }
  }

  @Test func `rounding at the end of the range keeps the sum`() {
    #expect(Money(steps: .max).rounded(toPlaces: 14).steps == .max)
    #expect(!Money(steps: .max).description.isEmpty)
  }

  @Test(arguments: [
    ("3.085", "$3.085"), ("0.00617", "$0.00617"), ("1000", "$1,000.00"), ("123.456789", "$123.46"),
    ("12.3456789", "$12.3457"), ("0.123456789", "$0.123457"), ("0.000000123", "$0.000000123"),
  ])
  func `the places shown follow the size`(text: String, shown: String) throws {
    #expect(try Money(dollars: text).description == shown)
  }
}

struct TokenPriceTests {
  @Test(arguments: ["0", "0.005", "0.0375", "2.5", "30", "0.000000001"])
  func `a million tokens cost what the price says`(text: String) throws {
    let price = try TokenPrice(perMillion: text)
    #expect(try price * 1_000_000 == Money(dollars: text))
    #expect(price.perMillionText == text)
  }

  @Test func `any price times any count is exact and in range`() throws {
    let dearest = try TokenPrice(perMillion: "10000000000")
    #expect((dearest * .max).steps == 10_000_000_000_000_000_000 * Int128(Int.max))
    #expect((dearest * .min).isNegative)
    #expect(throws: DecimalTextError.self) { try TokenPrice(perMillion: "10000000001") }
  }

  @Test(arguments: ["-1", "0.0000000001", "free", ""])
  func `a price that cannot be is refused`(text: String) {
    #expect(throws: DecimalTextError.self) { try TokenPrice(perMillion: text) }
  }
}
