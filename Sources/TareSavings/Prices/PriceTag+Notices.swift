import TarePricing

extension PriceTag {
  /// What the numbers alone do not show about a change from `before` to `after`, worst first.
  func notices(before: PromptSize?, after: PromptSize?, in traffic: TrafficProfile) -> [Notice] {
    guard let after else { return [] }
    // What stands behind a prompt in a conversation is cached with it, so that its own length decides nothing.
    let minimum = traffic.shape == .requests ? terms(in: traffic).minimumTokens : nil
    let (oldTier, newTier) = (before.flatMap { tier(of: $0, traffic) }, tier(of: after, traffic))
    var notices: [Notice] = []
    if let limit = rate.maximumInputTokens, input(of: after, traffic) > limit {
      notices.append(.exceedsInputLimit(limit: limit))
    }
    if let before, let minimum, before.stable >= minimum, after.stable < minimum {
      notices.append(.fallsBelowCacheFloor(minimum: minimum))
    }
    if let newTier, newTier.from > oldTier?.from ?? 0 { notices.append(.entersLongContext(from: newTier.from)) }
    if let before, let minimum, before.stable < minimum, after.stable >= minimum {
      notices.append(.reachesCacheFloor(minimum: minimum))
    }
    if let oldTier, oldTier.from > newTier?.from ?? 0 { notices.append(.leavesLongContext(from: oldTier.from)) }
    return notices
  }

  /// The prices of long requests that hold for a request with the prompt and what is new in it.
  private func tier(of prompt: PromptSize, _ traffic: TrafficProfile) -> LongContextTier? {
    rate.longContextTier(for: input(of: prompt, traffic))
  }

  /// The input tokens of a request with the prompt and what is new in it.
  private func input(of prompt: PromptSize, _ traffic: TrafficProfile) -> Int {
    let (input, isTooLong) = prompt.total.addingReportingOverflow(max(0, traffic.newInputTokens))
    return isTooLong ? .max : input
  }
}
