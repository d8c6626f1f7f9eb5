import TarePricing
public import TareSavings
import TareText

extension SavingsReport {
  /// The report in as few tokens as it takes, for a model that has to act on it: no columns, no sentence twice, the
  /// prompts that change most, and only the assumptions that decide a sum.
  public var llm: String { (head + sums + gateText + promptText + remarkText).joined(separator: "\n") + "\n" }

  /// At most so many prompts are listed; the JSON report has all.
  private static let promptLimit = 40

  private var head: [String] {
    let sides = "tare diff \(shownName(comparison.base)) -> \(shownName(comparison.head)): \(extent)"
    let prices = prices.map { "\($0.rate.model) at prices of \($0.time?.day ?? $0.date)" }
    return [sides] + unread.map { "unread: \(shownName($0))" }
      + (prices.isEmpty ? [] : [prices.joined(separator: ", ")])
  }

  private var sums: [String] {
    guard !prompts.isEmpty else { return [] }
    let size = tokens.map { ["tokens \($0.before) -> \($0.after) (\($0.percentage ?? "new"), \($0.basis))"] } ?? []
    let costs = costLines.map { line in
      let cost = line.cost.map { "\($0.before) -> \($0.after) (\($0.delta))" } ?? "unknown"
      return "\(line.title), \(line.kind.rawValue): \(cost)"
    }
    return size + costs + [rewritingSentence].compactMap(\.self)
  }

  private var gateText: [String] {
    gateLines.flatMap { gate in
      gate.state == .passed
        ? ["gate \(gate.name): passed"]
        : gate.sentences(atMost: 20, shown: shownName).map { "gate \(gate.name): \(gate.state.rawValue): \($0)" }
    }
  }

  private var promptText: [String] {
    let costs = CostColumns.perThousand(self)
    let lines = promptsByChange.prefix(Self.promptLimit).map { index in
      let prompt = prompts[index]
      let cost = hasPrices ? ", net/1000 \(costs.net.cell(at: index)?.delta ?? "unknown")" : ""
      let first = prompt.sharedPrefix?.location.map { ", first change \($0)" } ?? ""
      return "\(prompt.nameText): \(prompt.tokensText)\(cost)\(first)"
    }
    let more = prompts.count - lines.count
    return lines + (more > 0 ? ["\(more) more prompts"] : [])
  }

  private var remarkText: [String] {
    let remarks = prompts.flatMap { prompt in
      prompt.remarks.map { "\($0.isWarning ? "warning" : "note"): \(shownName(prompt.path)): \($0.text)" }
    }
    let more = remarks.count - Self.promptLimit
    return remarks.prefix(Self.promptLimit) + (more > 0 ? ["\(more) more remarks"] : [])
  }
}
