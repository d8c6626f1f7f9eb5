import TarePricing
import TareSavings

/// Both costs of all prompts, with as many decimal places, so that they can be read against each other.
struct CostColumns {
  /// The cost net of caching: the figure that is paid.
  let net: MoneyColumn
  /// The cost without any cache.
  let gross: MoneyColumn
  /// The prompts that have such a cost, known or not: of the costs of a month those with a stated volume.
  let prompts: [Int]

  /// The costs of a thousand requests with each prompt of `report`.
  static func perThousand(_ report: SavingsReport) -> CostColumns {
    CostColumns(report.prompts.map(\.perThousand), Array(report.prompts.indices))
  }

  /// The costs of a month with each prompt whose volume is stated.
  static func perMonth(_ report: SavingsReport) -> CostColumns {
    let stated = report.prompts.indices.filter { report.prompts[$0].use.traffic.requestsPerMonth != nil }
    return CostColumns(report.prompts.map(\.perMonth), stated)
  }

  private init(_ costs: [RequestCost?], _ prompts: [Int]) {
    let known = costs.flatMap { [$0?.net, $0?.gross].compactMap(\.self) }
    let places = Money.places(for: known.flatMap { [$0.before, $0.after] })
    net = MoneyColumn(costs.map { $0?.net }, places: places)
    gross = MoneyColumn(costs.map { $0?.gross }, places: places)
    self.prompts = prompts
  }
}
