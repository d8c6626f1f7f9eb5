import TareModels
import TarePricing
public import TareSavings
import TareText
import TareTokens

extension SavingsReport {
  /// One row for each prompt that differs, in order, below a row of heads; no row of totals, which a sum over the
  /// column would count again.
  ///
  /// Money is exact, in dollars. What was not there, is gone or is not known is an empty cell, never 0.
  public var csv: String {
    var gates: [String: [String]] = [:]
    for verdict in verdicts {
      for path in Set(verdict.findings.compactMap(\.path)) {
        gates[path, default: []].append(verdict.setting.gate.id.rawValue)
      }
    }
    return csvText([Self.heads] + prompts.map { cells($0, gates[$0.path] ?? []) })
  }

  private static let heads: [String] =
    ["path", "previousPath", "change", "model", "encoding", "basis"]
    + triple("tokens") + triple("stableTokens") + ["sharedPrefixTokens", "firstChangedByte"]
    + triple("usdPer1000Net") + triple("usdPer1000Gross")
    + ["requestsPerMonth"] + triple("usdPerMonthNet") + triple("usdPerMonthGross")
    + ["usdRewritingOnce", "notices", "gates", "pricesOf", "source"]

  private static func triple(_ name: String) -> [String] { ["Before", "After", "Delta"].map { name + $0 } }

  /// - Parameter gates: The gates that the prompt does not pass.
  private func cells(_ prompt: PromptSavings, _ gates: [String]) -> [String] {
    let counting = [prompt.use.model ?? "", prompt.use.tokenizer.encoding.name, prompt.tokens.basis.description]
    let prefix = [prompt.sharedPrefix?.tokens, prompt.sharedPrefix?.firstChange].map(text)
    let (thousand, month) = (prompt.perThousand, prompt.perMonth)
    return [prompt.path, prompt.previousPath ?? "", prompt.change.rawValue] + counting
      + prompt.cells(prompt.tokens) + prompt.cells(prompt.stableTokens) + prefix
      + prompt.cells(thousand?.net) + prompt.cells(thousand?.gross)
      + [text(prompt.use.traffic.requestsPerMonth)] + prompt.cells(month?.net) + prompt.cells(month?.gross)
      + [prompt.rewriting?.decimalText ?? "", prompt.notices.map(\.name).joined(separator: " ")]
      + [gates.joined(separator: " ")]
      + [prompt.use.price?.date.description ?? "", prompt.use.price?.source ?? ""]
  }

  private func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
}

extension PromptSavings {
  fileprivate func cells(_ tokens: TokenDelta) -> [String] {
    present("\(tokens.before)", "\(tokens.after)") + ["\(tokens.delta)"]
  }

  fileprivate func cells(_ cost: CostDelta?) -> [String] {
    guard let cost else { return ["", "", ""] }
    return present(cost.before.decimalText, cost.after.decimalText) + [cost.delta.decimalText]
  }

  /// Both sides, as far as the prompt is there.
  private func present(_ before: String, _ after: String) -> [String] {
    [change == .new ? "" : before, change == .gone ? "" : after]
  }
}
