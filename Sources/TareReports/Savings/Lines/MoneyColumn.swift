import TarePricing
import TareSavings

/// One kind of cost of all prompts, rounded so that what is printed adds up.
///
/// Costs before and after are rounded; deltas and sums are made from the rounded ones. So each printed line is its own
/// difference, a printed total is the sum of the printed lines, and two equal costs are printed equal. The exact sums
/// are in JSON.
struct MoneyColumn {
  /// A cost before, after, and their difference, all as printed.
  struct Cell {
    let before: String
    let after: String
    let delta: String
    /// The difference as a share of the cost before, `-20.0%`; `nil` where that was nothing.
    let share: String?
  }

  /// The costs as printed, one for each prompt in order; `nil` where a cost is not known.
  let rounded: [CostDelta?]
  /// How many decimal places are printed.
  let places: Int

  init(_ costs: [CostDelta?], places: Int) {
    rounded = costs.map { $0.flatMap { Self.rounded($0, places) } }
    self.places = places
  }

  /// What is printed for the prompt at `index`; `nil` where its cost is not known.
  func cell(at index: Int) -> Cell? { rounded[index].map { Cell($0, places) } }

  /// What is printed for all of `prompts` together; `nil` where the cost of one is not known.
  func total(of prompts: some Sequence<Int>) -> Cell? { sum(of: prompts).map { Cell($0, places) } }

  /// The sum of the costs of `prompts` as printed; `nil` where one of them is not known.
  func sum(of prompts: some Sequence<Int>) -> CostDelta? {
    var known: [CostDelta] = []
    for index in prompts {
      guard let cost = rounded[index] else { return nil }
      known.append(cost)
    }
    // A sum that leaves the range is not known.
    return try? CostDelta(before: .sum(of: known.map(\.before)), after: .sum(of: known.map(\.after)))
  }

  private static func rounded(_ cost: CostDelta, _ places: Int) -> CostDelta? {
    // Rounding can leave the range only at its very end, 10²³ dollars; such a cost is shown as not known.
    try? CostDelta(before: cost.before.rounded(toPlaces: places), after: cost.after.rounded(toPlaces: places))
  }
}

extension MoneyColumn.Cell {
  fileprivate init(_ cost: CostDelta, _ places: Int) {
    before = cost.before.formatted(places: places)
    after = cost.after.formatted(places: places)
    delta = cost.delta.signed(places: places)
    share = cost.after.changeInThousandths(from: cost.before).map(shareText)
  }
}

extension Money {
  /// The sum with its sign, which nothing has none of.
  func signed(places: Int) -> String { (self > .zero ? "+" : "") + formatted(places: places) }
}
