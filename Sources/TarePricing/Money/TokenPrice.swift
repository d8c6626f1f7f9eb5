/// The exact price of tokens, as vendors state it: dollars for a million of them.
public struct TokenPrice: Sendable, Hashable {
  /// The price of one token in steps of 10⁻¹⁵ dollars. The bound keeps `price * count` in range for every count.
  let stepsPerToken: UInt64

  /// The price that a decimal number of dollars for a million tokens names, such as `0.0375`.
  ///
  /// - Throws: ``DecimalTextError`` for what is no decimal number, for a negative one, for more than 9 decimal
  ///   places and above ten thousand dollars a token.
  public init(perMillion text: String) throws(DecimalTextError) {
    // 10⁻⁹ dollars for a million tokens are 10⁻¹⁵ dollars for one.
    let steps = try decimalSteps(of: text, places: 9)
    guard steps >= 0 else { throw DecimalTextError(code: .malformed, text: text) }
    guard steps <= 10_000_000_000_000_000_000 else { throw DecimalTextError(code: .tooLarge, text: text) }
    stepsPerToken = UInt64(steps)
  }

  /// Dollars for a million tokens, exact, without needless zeros.
  public var perMillionText: String { perMillion.decimalText }

  /// What a million tokens cost.
  public var perMillion: Money { Money(steps: Int128(stepsPerToken) * 1_000_000) }

  /// What `count` tokens cost; the range of both keeps the product in range.
  public static func * (price: TokenPrice, count: Int) -> Money {
    Money(steps: Int128(price.stepsPerToken) * Int128(count))
  }
}

extension TokenPrice: Comparable {
  /// Orders by price.
  public static func < (left: TokenPrice, right: TokenPrice) -> Bool { left.stepsPerToken < right.stepsPerToken }
}
