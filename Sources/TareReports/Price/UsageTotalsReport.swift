public import TarePricing
import TareText

/// What a log of usage costs, model by model.
public struct UsageTotalsReport: Sendable {
  let totals: UsageTotals
  let catalogue: RateCatalogue
  let time: PriceTime?
  let unreadLines: Int

  /// The report on `totals` that were priced by `catalogue`.
  ///
  /// - Parameter unreadLines: How many lines could not be read or priced and are missing.
  public init(_ totals: UsageTotals, by catalogue: RateCatalogue, at time: PriceTime?, unreadLines: Int) {
    (self.totals, self.catalogue, self.time, self.unreadLines) = (totals, catalogue, time, unreadLines)
  }

  /// Whether a total lacks nothing.
  public var isComplete: Bool { totals.incomplete == 0 && unreadLines == 0 }

  /// A table with a total that is the sum of what is printed above it, what is missing, and whose prices they are.
  public var text: String {
    let places = Money.places(for: totals.rows.map(\.knownTotal))
    let costs = totals.rows.map { $0.knownTotal.rounded(toPlaces: places) }
    let rows = zip(totals.rows, costs).map { row, cost in cells(row, cost, places) }
    let table = aligned([Self.head] + rows + [total(costs, places)], left: [0])
    return (table + [""] + notes).joined(separator: "\n") + "\n"
  }

  private static let head = ["model", "requests", "uncached", "read", "written", "output", "cost"]

  private func cells(_ row: UsageTotals.Row, _ cost: Money, _ places: Int) -> [String] {
    let isBound = row.incomplete > 0
    let numbers = [row.uncachedInput, row.cachedRead, row.cacheWrites, row.output].map { Int(clamping: $0).grouped }
    return [shownName(row.model), row.records.grouped] + numbers
      + [(isBound ? "at least " : "") + cost.formatted(places: places)]
  }

  private func total(_ costs: [Money], _ places: Int) -> [String] {
    let rows = totals.rows
    let numbers = [\UsageTotals.Row.uncachedInput, \.cachedRead, \.cacheWrites, \.output].map { member in
      Int(clamping: rows.reduce(Int128(0)) { $0 + $1[keyPath: member] }).grouped
    }
    let sum = (try? Money.sum(of: costs))?.formatted(places: places) ?? "too large"
    return ["total", totals.records.grouped] + numbers + [(isComplete ? "" : "at least ") + sum]
  }

  private var notes: [String] {
    let gaps = totals.rows.compactMap { row in
      row.gap.map { "\(counted(row.incomplete, "request")) without a complete cost: \(shownName($0))." }
    }
    let unread = unreadLines > 0 ? ["\(counted(unreadLines, "line")) could not be read and cost nothing here."] : []
    return gaps + unread + [catalogue.sentence(at: time)]
  }
}
