import TarePricing
import TareSavings

/// One kind of cost over all prompts, rounded so that what is printed adds up.
///
/// Costs before and after are rounded; deltas and totals are made from the rounded ones. So each printed line is
/// its own difference, the printed total is the sum of the printed lines, and two equal costs are printed equal.
/// The exact sums are in JSON.
struct MoneyColumn {
  /// A cost before, after, and their difference, all as printed.
  struct Cell {
    let before: String
    let after: String
    let delta: String
  }

  /// A cell for each prompt in order; `nil` where the cost is not known.
  let cells: [Cell?]
  /// The costs as printed, in the same order.
  let rounded: [CostDelta?]
  /// How many decimal places are printed.
  let places: Int
  /// The sum of the costs as printed; `nil` where one of them is not known.
  let sum: CostDelta?
  /// The sum of all cells; `nil` where one of them is not known.
  var total: Cell? { sum.map { Cell($0, places) } }

  init(_ costs: [CostDelta?], places: Int) {
    let rounded = costs.map { $0.flatMap { Self.rounded($0, places) } }
    (self.rounded, self.places) = (rounded, places)
    cells = rounded.map { $0.map { Cell($0, places) } }
    sum = Self.sum(of: rounded)
  }

  private static func rounded(_ cost: CostDelta, _ places: Int) -> CostDelta? {
    // Rounding can leave the range only at its very end, 10²³ dollars; such a cost is shown as not known.
    try? CostDelta(before: cost.before.rounded(toPlaces: places), after: cost.after.rounded(toPlaces: places))
  }

  private static func sum(of costs: [CostDelta?]) -> CostDelta? {
    guard !costs.contains(nil) else { return nil }
    let known = costs.compactMap(\.self)
    // As above: a sum that leaves the range is not known.
    return try? CostDelta(before: .sum(of: known.map(\.before)), after: .sum(of: known.map(\.after)))
  }
}

extension MoneyColumn.Cell {
  fileprivate init(_ cost: CostDelta, _ places: Int) {
    before = cost.before.formatted(places: places)
    after = cost.after.formatted(places: places)
    delta = cost.delta.signed(places: places)
  }
}

extension Money {
  /// The sum with its sign, which nothing has none of.
  func signed(places: Int) -> String { (self > .zero ? "+" : "") + formatted(places: places) }
}

/// Both costs of a number of requests, with as many decimal places, so that they can be read against each other.
struct CostColumns {
  /// The cost net of caching: the figure that is paid.
  let net: MoneyColumn
  /// The cost without any cache.
  let gross: MoneyColumn

  init(_ costs: [RequestCost?]) {
    let known = costs.flatMap { [$0?.net, $0?.gross].compactMap(\.self) }
    let places = Money.places(for: known.flatMap { [$0.before, $0.after] })
    net = MoneyColumn(costs.map { $0?.net }, places: places)
    gross = MoneyColumn(costs.map { $0?.gross }, places: places)
  }
}
