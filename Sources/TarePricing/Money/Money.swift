/// An exact sum of US dollars, positive or negative, in steps of 10⁻¹⁵ dollars.
///
/// Halving a batch or off-peak price of a cheap model needs 10⁻¹³ dollars for one token; two more digits keep a
/// regional surcharge exact as well. The range is ±1.7 × 10²³ dollars. Nothing is rounded before it is shown, and
/// a sum outside the range is an error, never a wrapped number.
public struct Money: Sendable, Hashable {
  /// The sum in steps of 10⁻¹⁵ dollars; never `Int128.min`, so that every sum has its opposite.
  package let steps: Int128

  /// How many decimal places a step has.
  static let places = 15

  init(steps: Int128) {
    assert(steps != .min, "every sum has its opposite")
    self.steps = steps
  }

  /// No money.
  public static let zero = Money(steps: 0)

  /// Whether this is below nothing.
  public var isNegative: Bool { steps < 0 }
  /// The same sum without its sign.
  public var magnitude: Money { steps < 0 ? -self : self }

  /// The opposite sum.
  public static prefix func - (money: Money) -> Money { Money(steps: -money.steps) }

  /// The exact sum of both.
  public static func + (left: Money, right: Money) throws(MoneyOverflow) -> Money {
    try Money(checked: left.steps.addingReportingOverflow(right.steps))
  }

  /// The exact difference of both.
  public static func - (left: Money, right: Money) throws(MoneyOverflow) -> Money {
    try Money(checked: left.steps.subtractingReportingOverflow(right.steps))
  }

  /// The exact multiple.
  public static func * (money: Money, count: Int) throws(MoneyOverflow) -> Money {
    try Money(checked: money.steps.multipliedReportingOverflow(by: Int128(count)))
  }

  /// The exact sum of all of `parts`; nothing for no parts.
  public static func sum(of parts: some Sequence<Money>) throws(MoneyOverflow) -> Money {
    var total = Money.zero
    for part in parts { total = try total + part }
    return total
  }

  private init(checked result: (partialValue: Int128, overflow: Bool)) throws(MoneyOverflow) {
    guard !result.overflow, result.partialValue != .min else { throw MoneyOverflow() }
    steps = result.partialValue
  }
}

extension Money: Comparable {
  /// Orders by amount.
  public static func < (left: Money, right: Money) -> Bool { left.steps < right.steps }
}

/// A sum that is too large to be held exactly.
public struct MoneyOverflow: Error, Sendable, Hashable {
  init() {}
}

extension MoneyOverflow: CustomStringConvertible {
  /// One sentence with the range.
  public var description: String { "a sum of money leaves the range of ±1.7 × 10²³ dollars" }
}
