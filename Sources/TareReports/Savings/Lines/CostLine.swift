import TarePricing
import TareSavings
import TareText

/// One sum of money of a report: what stands below its prompts.
struct CostLine {
  /// What is paid for: `1,000 requests`.
  let title: String
  /// Net of caching, or gross.
  let kind: Kind
  /// The sum; `nil` where it is not known.
  let cost: MoneyColumn.Cell?

  /// Which of the two sums it is.
  enum Kind: String {
    case net = "net of caching"
    case gross
  }

  /// Before, after, difference and share of what was before, as printed.
  var cells: [String] {
    guard let cost else { return ["unknown", "unknown", "unknown", "-"] }
    return [cost.before, cost.after, cost.delta, cost.share ?? "-"]
  }
}

extension SavingsReport {
  /// All sums, net of caching before gross; empty without prices.
  var costLines: [CostLine] {
    guard hasPrices else { return [] }
    let thousand = lines(prompts.count == 1 ? "1,000 requests" : "1,000 requests with each", .perThousand(self))
    guard withoutVolumeCount < prompts.count else { return thousand }
    let volume = requestsPerMonth.map { " of \($0.grouped)" } ?? ""
    return thousand + lines("a month\(volume)", .perMonth(self))
  }

  private func lines(_ title: String, _ costs: CostColumns) -> [CostLine] {
    [
      CostLine(title: title, kind: .net, cost: costs.net.total(of: costs.prompts)),
      CostLine(title: title, kind: .gross, cost: costs.gross.total(of: costs.prompts)),
    ]
  }

  /// What the change costs once, because caches hold the old text; `nil` where no prompt has such a cost that is known.
  var rewriting: Money? {
    // What is not known of one prompt is not known of all; one that is gone is written nowhere.
    guard !prompts.contains(where: { $0.change != .gone && $0.rewriting == nil }) else { return nil }
    let parts = prompts.compactMap(\.rewriting)
    // A sum beyond the range of money is not known.
    return parts.isEmpty ? nil : try? Money.sum(of: parts)
  }

  /// The same in one sentence; `nil` where it is nothing.
  var rewritingSentence: String? {
    guard let sum = rewriting, sum > .zero else { return nil }
    let talks = prompts.contains { $0.use.traffic.shape != .requests && ($0.rewriting ?? .zero) > .zero }
    return "Deploying costs \(sum) once, wherever the old text is cached"
      + (talks ? ", and up to as much again for each conversation under way." : ".")
  }
}
