import TarePricing
import TareSavings

/// One kind of cost of all prompts, rounded so that what is printed adds up.
///
/// What is rounded are the sums up to each prompt, of the costs before and of the differences; a prompt is printed as
/// what it adds to them. So a printed total is the exact one, rounded once, and the sum of the printed lines, each of
/// which is its own difference and less than one last digit off; what changes nothing is printed as nothing. The exact
/// costs are in JSON.
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
    var sums = (before: RoundedSum(places), delta: RoundedSum(places))
    rounded = costs.map { cost in
      // A sum can leave the range only at its very end, 10²³ dollars; such a cost is shown as not known.
      guard let cost, let before = sums.before.adding(cost.before), let delta = sums.delta.adding(cost.delta),
        let after = try? before + delta
      else { return nil }
      return try? CostDelta(before: before, after: after)
    }
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
}

/// A sum of which only what is printed is rounded.
private struct RoundedSum {
  private var exact = Money.zero
  private let places: Int

  init(_ places: Int) { self.places = places }

  /// What the printed sum grows by when `money` is added; `nil` where the sum leaves the range.
  mutating func adding(_ money: Money) -> Money? {
    guard let sum = try? exact + money else { return nil }
    defer { exact = sum }
    return try? sum.rounded(toPlaces: places) - exact.rounded(toPlaces: places)
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
