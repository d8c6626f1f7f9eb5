import TarePricing
import TareSavings
import TareText
import TareTokens

/// What one gate says of a report, as every format shows it.
struct GateLine {
  /// Its name and its limit: `growth 10%`.
  let name: String
  /// What becomes of the run.
  let state: State
  /// What does not pass, in order.
  let findings: [GateVerdict.Finding]

  /// What becomes of a run, worst first.
  enum State: String {
    case failed
    case warned
    case passed
  }

  init(_ verdict: GateVerdict) {
    name = verdict.setting.gate.name
    state = verdict.isPassed ? .passed : verdict.isFailure ? .failed : .warned
    findings = verdict.findings
  }

  /// At most `limit` of the findings, each as a sentence with names as `shown` shows them, and how many more there are.
  func sentences(atMost limit: Int, shown: (String) -> String) -> [String] {
    let sentences = findings.prefix(limit).map { finding in
      "\(finding.path.map(shown) ?? "the change") \(finding.reason.phrase)"
    }
    let more = findings.count - sentences.count
    return sentences + (more > 0 ? ["and \(more.grouped) more"] : [])
  }
}

extension SavingsReport {
  /// The gates that were asked for: failed ones first, then those that warn, each kind in the order asked for.
  var gateLines: [GateLine] {
    let lines = verdicts.map { GateLine($0) }
    return [GateLine.State.failed, .warned, .passed].flatMap { state in lines.filter { $0.state == state } }
  }
}

extension Gate {
  /// Its name and its limit, as reports show them.
  var name: String { ([id.rawValue] + (limitText.map { [$0] } ?? [])).joined(separator: " ") }
}

extension GateVerdict.Reason {
  /// What was found, as the end of a sentence whose subject is a prompt or the change.
  var phrase: String {
    switch self {
    case .costsMore(let money): "costs \(money) more in a month"
    case .grows(let share): "grows by \(percent(share))"
    case .tokens(let tokens): "has \(counted(tokens, "token"))"
    case .fills(let share, let limit): "takes \(percent(share)) of the \(limit.grouped) input tokens of its model"
    case .unknownModel(let model): "has a model without a known price, \(shownName(model))"
    case .catalogueAge(let days): "is priced with prices that are \(counted(days, "day")) old"
    case .basis(let basis): "has tokens that are \(basis)"
    case .savesTokens(let tokens):
      tokens < 0 ? "adds \(counted(-tokens, "token"))" : "saves \(counted(tokens, "token"))"
    case .savesMoney(let money): money.isNegative ? "costs \(-money) more in a month" : "saves \(money) in a month"
    case .savesShare(let share): share < 0 ? "costs \(percent(-share)) more" : "saves \(percent(share))"
    case .undecided(let missing): "cannot be judged: \(missing.phrase)"
    }
  }

  /// What was found, for JSON.
  var name: String {
    switch self {
    case .costsMore: "costs-more"
    case .grows: "grows"
    case .tokens: "tokens"
    case .fills: "fills"
    case .unknownModel: "unknown-model"
    case .catalogueAge: "catalogue-age"
    case .basis: "basis"
    case .savesTokens: "saves-tokens"
    case .savesMoney: "saves-money"
    case .savesShare: "saves-share"
    case .undecided: "undecided"
    }
  }

  private func percent(_ perMille: Int) -> String { "\((perMille / 10).grouped).\(perMille % 10)%" }
}

extension GateVerdict.Missing {
  fileprivate var phrase: String {
    switch self {
    case .volume: "no volume is stated"
    case .price: "a price is not known"
    case .inputLimit: "the input limit of its model is not known"
    case .day: "no day is stated for which the prices are to hold"
    case .commonTokens: "several models count the tokens, which are no sum"
    }
  }
}
