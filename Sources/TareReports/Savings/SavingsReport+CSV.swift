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
  public var csv: String { csvText([Self.heads] + prompts.map(cells)) }

  private static let heads: [String] =
    ["path", "previousPath", "change", "model", "encoding", "basis"]
    + triple("tokens") + triple("stableTokens") + ["sharedPrefixTokens", "firstChangedByte"]
    + ["usdPer1000", "usdPerMonth"].flatMap { triple("\($0)Net") + triple("\($0)Gross") } + ["notices"]

  private static func triple(_ name: String) -> [String] { ["Before", "After", "Delta"].map { name + $0 } }

  private func cells(_ prompt: PromptSavings) -> [String] {
    let counting = [
      prompt.use.model ?? "", prompt.use.tokenizer.encoding.name, prompt.tokens.basis.description,
    ]
    let prefix = [prompt.sharedPrefix.map { "\($0.tokens)" }, prompt.sharedPrefix?.firstChange.map { "\($0)" }]
    let costs: [CostDelta?] = [prompt.perThousand, prompt.perMonth].flatMap { [$0?.net, $0?.gross] }
    return [prompt.path, prompt.previousPath ?? "", prompt.change.rawValue] + counting
      + prompt.shown(prompt.tokens) + prompt.shown(prompt.stableTokens) + prefix.map { $0 ?? "" }
      + costs.flatMap(prompt.shown) + [prompt.notices.map(\.name).joined(separator: " ")]
  }
}

extension PromptSavings {
  fileprivate func shown(_ tokens: TokenDelta) -> [String] {
    present("\(tokens.before)", "\(tokens.after)") + ["\(tokens.delta)"]
  }

  fileprivate func shown(_ cost: CostDelta?) -> [String] {
    guard let cost else { return ["", "", ""] }
    return present(cost.before.decimalText, cost.after.decimalText) + [cost.delta.decimalText]
  }

  /// Both sides, as far as the prompt is there.
  private func present(_ before: String, _ after: String) -> [String] {
    [change == .new ? "" : before, change == .gone ? "" : after]
  }
}
