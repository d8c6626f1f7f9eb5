extension Rate {
  /// What requests with `prompt` cost, as `profile` says that it is used, net of caching.
  ///
  /// Of requests that stand for themselves, those behind a pause in which the cache forgets pay for the stable start
  /// anew, and all others read it. Conversations are simulated with their full history; see ``ConversationSimulation``.
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
  /// unless it is shared whole.
  ///
  /// - Throws: ``PricingError`` for tokens without a known price.
  public func costOfRewriting(
    _ prompt: PromptSize, sharing shared: Int, in profile: TrafficProfile, _ terms: CacheTerms
  ) throws(PricingError) -> Money {
    let known = min(max(0, shared), prompt.stable)
    let live = if case .breakpoints = terms { known < prompt.stable ? 0 : known } else { known }
    let first = try cost(of: prompt, cached: live, profile, terms)
    let later = try cost(of: prompt, cached: prompt.stable, profile, terms)
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
    do throws(SimulationError) {
      let conversation = try SimulatedConversation(
        systemTokens: prompt.total, userTokens: profile.newInputTokens, assistantTokens: profile.outputTokens ?? 0,
        turns: turns)
      let bill = try ConversationSimulation(conversation, rate: self, terms: terms)
        .bill(.full, gaps: profile.gaps ?? .constant(seconds: 0))
      return PromptBill(bill.cost, requests: bill.requests)
    } catch .pricing(let error) {
      throw error
    } catch {
      // What is out of the range of a simulation is out of the range of money as well.
      throw .overflow
    }
  }
}

extension TrafficProfile {
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
