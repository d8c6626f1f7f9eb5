import TarePricing
import TareText

/// A number of a chart: what its length shows, and how it is written beside it.
struct ChartAmount: Sendable, Hashable {
  /// What lengths are made from; only its ratio to the other amounts of the same chart counts.
  let value: Int128
  /// The number as people read it.
  let text: String

  /// A number of tokens or of anything else that is counted.
  init(_ count: Int) { self.init(value: Int128(count), text: count.grouped) }

  /// A sum of money with so many decimal places.
  init(_ money: Money, places: Int) { self.init(value: money.steps, text: money.formatted(places: places)) }

  init(value: Int128, text: String) { (self.value, self.text) = (value, text) }
}
