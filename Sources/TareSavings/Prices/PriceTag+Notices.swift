import TarePricing

extension PriceTag {
  /// What the numbers alone do not show about a change from `before` to `after`, worst first.
  func notices(before: PromptSize?, after: PromptSize?, in traffic: TrafficProfile) -> [Notice] {
    guard let after else { return [] }
    let minimum = terms(in: traffic).minimumTokens
    let (oldTier, newTier) = (before.flatMap { tier(of: $0, traffic) }, tier(of: after, traffic))
    var notices: [Notice] = []
    if let limit = rate.maximumInputTokens, after.total > limit { notices.append(.exceedsInputLimit(limit: limit)) }
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
    let (input, isTooLong) = prompt.total.addingReportingOverflow(max(0, traffic.newInputTokens))
    return rate.longContextTier(for: isTooLong ? .max : input)
  }
}
