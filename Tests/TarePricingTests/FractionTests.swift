import Testing

@testable import TarePricing

struct FractionTests {
  private static let decimals = ["0", "1", "-1", "0.5", "-0.25", "3", "0.0000000000000000001", "-123456789.987654321"]
  private static let quotients = [Fraction(1).divided(by: Fraction(3)), Fraction(-2).divided(by: Fraction(7))]
  static let values = decimals.compactMap { try? Fraction(decimal: $0) } + quotients.compactMap(\.self)

  @Test func `fractions follow the laws of arithmetic`() {
    for a in Self.values {
      for b in Self.values {
        #expect(a + b == b + a)
        #expect(a - b == -(b - a))
        #expect(a - b + b == a)
        #expect((a < b) == (b > a))
        if let quotient = a.divided(by: b) { #expect(quotient * b == a) } else { #expect(b == .zero) }
        for c in Self.values { #expect(a * (b + c) == a * b + a * c) }
      }
    }
  }

  @Test(arguments: ["", "-", ".", "1.", ".5", "+1", "1e3", "1,000", " 1", "0x1", "--1", "1.2.3", "NaN", "١", "8%"])
  func `what is no plain decimal number is refused`(text: String) {
    let error = #expect(throws: DecimalTextError.self) { try Fraction(decimal: text) }
    #expect(error?.code == .malformed)
  }

  @Test func `more digits than a hostile number needs are refused, needless zeros are not`() throws {
    let nines = String(repeating: "9", count: 30)
    #expect(try Fraction(decimal: "\(nines).\(nines)").decimalText(places: 30) == "\(nines).\(nines)")
    #expect(throws: DecimalTextError.self) { try Fraction(decimal: "1\(nines)") }
    #expect(throws: DecimalTextError.self) { try Fraction(decimal: "0.\(nines)1") }
    #expect(try Fraction(decimal: "00001.50" + String(repeating: "0", count: 100)).decimalText(places: 3) == "1.5")
  }

  @Test(arguments: [("8%", "0.08"), ("0.08", "0.08"), ("100%", "1"), ("12.5%", "0.125"), ("0%", "0"), ("-5%", "-0.05")])
  func `a percentage is a hundredth of its number`(text: String, decimal: String) throws {
    #expect(try Fraction(share: text) == Fraction(decimal: decimal))
  }

  @Test(arguments: [
    ("0.5", 0, "0"), ("1.5", 0, "2"), ("2.5", 0, "2"), ("-2.5", 0, "-2"), ("-0.4", 0, "0"), ("0.125", 2, "0.12"),
    ("0.135", 2, "0.14"), ("999.995", 2, "1,000.00"), ("-1234567.891", 2, "-1,234,567.89"), ("12", 2, "12.00"),
  ])
  func `a tie goes to the even number`(number: String, places: Int, text: String) throws {
    #expect(try Fraction(decimal: number).groupedText(places: places) == text)
  }

  @Test func `a power over a root is exact where it is rational`() throws {
    let number = try Fraction(decimal: "0.36")
    #expect(number.power(1, overRoot: 2) == (try Fraction(decimal: "0.6")))
    #expect(number.power(3, overRoot: 2) == (try Fraction(decimal: "0.216")))
    #expect(number.power(0, overRoot: 1) == .one)
    #expect(Fraction.zero.power(5, overRoot: 12) == .zero)
    #expect(Fraction(2).power(1, overRoot: 2).decimalText(places: 12) == "1.414213562373")
  }
}
