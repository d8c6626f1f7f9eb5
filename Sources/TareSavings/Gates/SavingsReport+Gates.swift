import TarePricing
public import TareText
import TareTokens

extension SavingsReport {
  /// The report with what `gates` say of it.
  ///
  /// - Parameter day: The day for which the prices are to hold; `nil` where nobody said, so that their age is not known.
  public func judged(by gates: [GateSetting], on day: CalendarDate?) -> SavingsReport {
    var report = self
    report.verdicts = gates.map { GateVerdict(setting: $0, findings: findings($0.gate, day)) }
    return report
  }

  private func findings(_ gate: Gate, _ day: CalendarDate?) -> [GateVerdict.Finding] {
    switch gate {
    case .monthlyIncrease(let limit): monthlyIncrease(limit)
    case .growth(let limit):
      eachPrompt { prompt in
        guard prompt.change != .new, prompt.tokens.before > 0 else { return nil }
        let growth = thousandths(prompt.tokens.delta, of: prompt.tokens.before)
        return growth > limit ? .grows(perMille: growth) : nil
      }
    case .promptTokens(let limit): eachPrompt { $0.tokens.after > limit ? .tokens($0.tokens.after) : nil }
    case .contextShare(let limit): eachPrompt { contextShare(of: $0, limit) }
    case .unknownModel: eachPrompt { $0.use.unpricedModel.map { .unknownModel($0) } }
    case .staleCatalogue(let limit): staleCatalogue(limit, day)
    case .exactness(let least): eachPrompt { $0.tokens.basis.isAtLeast(least) ? nil : .basis($0.tokens.basis) }
    case .claimedSaving(let claim): claimedSaving(claim)
    }
  }

  private func eachPrompt(_ reason: (PromptSavings) -> GateVerdict.Reason?) -> [GateVerdict.Finding] {
    prompts.filter { $0.change != .gone }.compactMap { prompt in
      reason(prompt).map { GateVerdict.Finding(path: prompt.path, reason: $0) }
    }
  }

  private func ofAll(_ reason: GateVerdict.Reason) -> [GateVerdict.Finding] {
    [GateVerdict.Finding(path: nil, reason: reason)]
  }

  /// What is known to cost more is said even where the rest is not known; what is not known is no pass.
  private func monthlyIncrease(_ limit: Money) -> [GateVerdict.Finding] {
    guard !prompts.isEmpty else { return [] }
    if let delta = perMonth?.net?.delta, delta > limit { return ofAll(.costsMore(delta)) }
    return prompts.compactMap { prompt in
      let missing: GateVerdict.Missing? =
        prompt.use.traffic.requestsPerMonth == nil ? .volume : prompt.perMonth?.net == nil ? .price : nil
      return missing.map { GateVerdict.Finding(path: prompt.path, reason: .undecided($0)) }
    }
  }

  private func contextShare(of prompt: PromptSavings, _ limit: Int) -> GateVerdict.Reason? {
    guard let window = prompt.use.price?.rate.maximumInputTokens, window > 0 else { return .undecided(.inputLimit) }
    let share = thousandths(prompt.tokens.after, of: window)
    return share > limit ? .fills(perMille: share, of: window) : nil
  }

  private func staleCatalogue(_ limit: Int, _ day: CalendarDate?) -> [GateVerdict.Finding] {
    let dates = prompts.compactMap(\.use.price?.date)
    guard let oldest = dates.min() else { return [] }
    guard let day else { return ofAll(.undecided(.day)) }
    let age = oldest.days(until: day)
    return age > limit ? ofAll(.catalogueAge(days: age)) : []
  }

  private func claimedSaving(_ claim: Gate.ClaimedSaving) -> [GateVerdict.Finding] {
    switch claim {
    case .tokens(let claimed):
      guard let tokens else { return ofAll(prompts.isEmpty ? .savesTokens(0) : .undecided(.commonTokens)) }
      return -tokens.delta < claimed ? ofAll(.savesTokens(-tokens.delta)) : []
    case .perMonth(let claimed):
      guard withoutVolumeCount == 0, !prompts.isEmpty else { return ofAll(.undecided(.volume)) }
      guard let saved = (perMonth?.net?.delta).map({ -$0 }) else { return ofAll(.undecided(.price)) }
      return saved < claimed ? ofAll(.savesMoney(saved)) : []
    case .share(let claimed):
      guard let net = perThousand?.net, let change = net.after.changeInThousandths(from: net.before) else {
        return ofAll(.undecided(.price))
      }
      // Rounded down, so that what misses a limit is shown below it.
      return reaches(claimed, net) ? [] : ofAll(.savesShare(perMille: reaches(-change, net) ? -change : -change - 1))
    }
  }
}

/// The share that `part` is of `whole`, rounded up, so that what is above a limit is shown above it; 0 for less than
/// nothing.
private func thousandths(_ part: Int, of whole: Int) -> Int {
  Int(clamping: (Int128(max(0, part)) * 1_000 + Int128(whole) - 1) / Int128(whole))
}

/// Whether at least that share of `net` is saved, exactly.
private func reaches(_ perMille: Int, _ net: CostDelta) -> Bool {
  guard let saved = try? -net.delta * 1_000, let claimed = try? net.before * perMille else { return false }
  return saved >= claimed
}

extension TokenCount.Basis {
  fileprivate func isAtLeast(_ least: Gate.Exactness) -> Bool {
    switch self {
    case .exact: true
    case .reconstructed: least != .exact
    case .assumed: least == .assumed
    case .estimated: false
    }
  }
}
