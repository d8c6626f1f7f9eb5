extension Rate {
  /// What requests with `prompt` cost, as `profile` says that it is used, net of caching.
  ///
  /// Of requests that stand for themselves, those behind a pause in which the cache forgets pay for the stable start
  /// anew, and all others read it. Of conversations with their full history the same holds for the last request: each
  /// request is billed as in a simulation whose pauses are all cold, or all warm, by its own pause alone. So shares of
  /// pauses make exact shares of both bills. The first request of a conversation finds nothing.
  ///
  /// - Parameter terms: How the provider bills a repeated prefix; ``CacheTerms/none`` for the gross cost.
  /// - Throws: ``PricingError`` for tokens without a known price, which is never taken as 0.
  public func bill(
    of prompt: PromptSize, in profile: TrafficProfile, _ terms: CacheTerms
  ) throws(PricingError) -> PromptBill {
    if let tier = profile.tier { throw .missingPrice(model: model, kind: "the tier \"\(tier)\"") }
    let bill =
      switch profile.shape {
      case .requests: try billOfRequests(prompt, profile, terms)
      case .conversation(let turns): try billOfConversations(prompt, profile, terms, turns: turns)
      }
    do { return try bill.sendingAgain(perMillion: profile.retriesPerMillion) } catch { throw .overflow }
  }

  /// What the first request pays more than a later one when the cache holds only the first `shared` tokens of `prompt`:
  /// what a change of its text costs once, net of caching.
  ///
  /// Where prefixes are remembered at marks, one that ends elsewhere is of no use: the stable start is written anew
  /// unless it is that of `before`. In a conversation everything behind the change is written anew; this is the cost of
  /// one that is at its last request, the most that one can cost.
  ///
  /// - Throws: ``PricingError`` for tokens without a known price.
  public func costOfRewriting(
    _ prompt: PromptSize, after before: PromptSize?, sharing shared: Int, in profile: TrafficProfile,
    _ terms: CacheTerms
  ) throws(PricingError) -> Money {
    let share = profile.coldShare(terms)
    // Where every request finds the cache cold, the first is like all others.
    guard share.cold < share.of, let last = profile.lastRequest(with: prompt) else { return .zero }
    let known = min(max(0, shared), prompt.stable)
    let isSame = known == prompt.stable && before?.stable == prompt.stable && profile.shape == .requests
    let live = if case .breakpoints = terms { isSame ? known : 0 } else { known }
    let first = try cost(of: last, cached: live, profile, terms)
    let later = try cost(of: last, cached: last.stable, profile, terms)
    do { return max(.zero, try first - later) } catch { throw .overflow }
  }

  private func billOfRequests(
    _ prompt: PromptSize, _ profile: TrafficProfile, _ terms: CacheTerms
  ) throws(PricingError) -> PromptBill {
    let share = profile.coldShare(terms)
    let warm = share.of - share.cold
    let warmCost = warm > 0 ? try cost(of: prompt, cached: prompt.stable, profile, terms) : .zero
    let coldCost = share.cold > 0 ? try cost(of: prompt, cached: 0, profile, terms) : .zero
    do { return PromptBill(try coldCost * share.cold + warmCost * warm, requests: share.of) } catch { throw .overflow }
  }

  private func cost(
    of prompt: PromptSize, cached: Int, _ profile: TrafficProfile, _ terms: CacheTerms
  ) throws(PricingError) -> Money {
    let (input, isTooLong) = prompt.total.addingReportingOverflow(max(0, profile.newInputTokens))
    guard !isTooLong else { throw .overflow }
    let usage = terms.usage(
      input: input, cachedPrefix: cached, markedPrefix: prompt.stable, output: profile.outputTokens ?? 0)
    return try cost(of: usage, processing: profile.processing)
  }

  private func billOfConversations(
    _ prompt: PromptSize, _ profile: TrafficProfile, _ terms: CacheTerms, turns: Int
  ) throws(PricingError) -> PromptBill {
    guard profile.processing == .standard else { throw .missingPrice(model: model, kind: "conversations in batch") }
    do {
      let conversation = try SimulatedConversation(
        systemTokens: prompt.total, userTokens: profile.newInputTokens, assistantTokens: profile.outputTokens ?? 0,
        turns: turns)
      let simulation = ConversationSimulation(conversation, rate: self, terms: terms)
      let share = profile.coldShare(terms)
      let bill = { (count: Int, seconds: Int) in
        count > 0 ? try simulation.bill(.full, gaps: .constant(seconds: seconds)).cost * count : .zero
      }
      let cold = try bill(share.cold, GapHistogram.secondsLimit)
      return PromptBill(try cold + bill(share.of - share.cold, 0), requests: turns * share.of)
    } catch let error as SimulationError {
      // What is out of the range of a simulation is out of the range of money as well.
      if case .pricing(let reason) = error { throw reason }
      throw .overflow
    } catch {
      throw .overflow
    }
  }
}

extension TrafficProfile {
  /// The prompt, with all that was said before in the last request of a conversation, which is what the cache holds of
  /// it; `nil` for a conversation that has only one.
  fileprivate func lastRequest(with prompt: PromptSize) -> PromptSize? {
    guard case .conversation(let turns) = shape else { return prompt }
    guard turns > 1 else { return nil }
    let said = (turns - 2) * (newInputTokens + (outputTokens ?? 0)) + newInputTokens
    return PromptSize(prompt.total + said + (outputTokens ?? 0), stable: prompt.total + said)
  }

  /// Of how many requests how many find the cache cold.
  fileprivate func coldShare(_ terms: CacheTerms) -> (cold: Int, of: Int) {
    let pauses: [(seconds: Int, count: Int)] =
      switch gaps {
      case nil: [(0, 1)]
      case .constant(let seconds): [(seconds, 1)]
      case .listed(let gaps): gaps.isEmpty ? [(0, 1)] : gaps.map { ($0, 1) }
      case .drawn(let histogram, _): histogram.bins.map { ($0.seconds, $0.percent) }
      }
    let cold = pauses.filter { gaps != nil && terms.isCold(afterSeconds: $0.seconds) }.reduce(0) { $0 + $1.count }
    let all = pauses.reduce(0) { $0 + $1.count }
    // Requests that all find the same are one.
    return cold == 0 ? (0, 1) : cold == all ? (1, 1) : (cold, all)
  }
}
