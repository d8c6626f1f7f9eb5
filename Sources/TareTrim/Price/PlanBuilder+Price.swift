public import TareConversations
public import TarePricing
import TareTokens

extension TrimPolicy {
  /// What a plan of this policy costs or saves, net of the provider's cache, against sending everything in every
  /// request; `nil` where it takes nothing away.
  ///
  /// The request before is found like the cut of a step window: it is the history as it was before the model's newest
  /// answer, trimmed by the same policy. Of a cut that is put off it says what it would cost and save.
  ///
  /// - Throws: ``PricingError`` where a price is not known; an unknown price is never a saving.
  public func cost(
    of plan: TrimPlan, _ counted: CountedConversation, _ pricing: TrimPricing
  ) throws(PricingError) -> TrimCost? {
    guard plan.cannotFit == nil, plan.status != .fits else { return nil }
    return try PlanBuilder(counted, policy: self, budget: plan.budget, ranking: nil).cost(of: plan, pricing)
  }
}

extension PlanBuilder {
  fileprivate func cost(of plan: TrimPlan, _ pricing: TrimPricing) throws(PricingError) -> TrimCost {
    let end = ledger.groups.count
    let setAside = policy.window == .sliding ? plan.chunks?.tokens : plan.chunks?.reserved
    let replay = replay(within: availableForHistory - (setAside ?? 0))
    let state = replay.state()
    let last = replay.previousEnd(end).map { replay.state(before: $0) }
    if plan.status == .putOff {
      return try TrimCost(
        whole: replay.course(state, end, before: last, pricing),
        trimmed: replay.course(replay.cut(state, end), end, before: state, pricing), pricing)
    }
    let isSamePrefix = state == last && (policy.keepsCut || state == WindowState())
    let chunks = plan.chunks.map { $0.destination == .payload ? $0.tokens : 0 } ?? 0
    let sent = replay.course(
      state, end, before: isSamePrefix ? last : nil, pricing, sending: plan.after.tokens - chunks)
    return try TrimCost(whole: wholeCourse(replay, pricing), trimmed: sent, pricing)
  }

  /// Everything is sent, as it came.
  private func wholeCourse(_ replay: WindowReplay, _ pricing: TrimPricing) -> RequestCourse {
    let total = counted.counts.total.tokens
    let reply = counted.counts.reply.tokens
    let growth = replay.previousEnd(ledger.groups.count).map { previous in
      ledger.groups[previous...].flatMap(\.messages).reduce(0) { $0 + counted.counts.messages[$1].tokens }
    }
    let cached = pricing.isCold ? 0 : growth.map { total - reply - $0 } ?? 0
    return RequestCourse(
      now: PricedRequest(input: total, cached: cached),
      next: PricedRequest(input: total + (growth ?? 0), cached: total - reply))
  }
}

extension TrimPolicy {
  /// Whether a cut stays where it is from one request to the next.
  fileprivate var keepsCut: Bool {
    if case .step = window { return recall == nil }
    return false
  }
}
