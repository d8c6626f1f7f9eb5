/// What a window sends, and what of it the request before had.
extension WindowReplay {
  /// Whether a cut from `old` to `new` at `end` is made: where it must be, and where it pays for itself in time.
  func isMade(cutFrom old: WindowState, to new: WindowState, _ end: Int) -> Bool {
    guard let payBack, !isOverMost(old, end), isWithinNumbers(limits, old, end) else { return true }
    // Without a price nothing says that cutting is dearer.
    let cost = try? TrimCost(
      whole: course(old, end, before: old, payBack.pricing), trimmed: course(new, end, before: old, payBack.pricing),
      payBack.pricing)
    return cost.map { $0.paysBack(within: max(0, payBack.requests - requests(until: end))) } ?? true
  }

  /// The requests that a history of `end` groups has had, the one at its end included: one for each time the model
  /// answered, and one more.
  private func requests(until end: Int) -> Int { ledger.answerCount(0..<end) + 1 }

  /// Whether a window is more than may be sent whatever a cut costs.
  func isOverMost(_ state: WindowState, _ end: Int) -> Bool {
    guard let payBack else { return isOver(state, end) }
    return tokens(state, end) > payBack.most - setAside
  }

  /// The course of requests with the window `state` at `end`, where the request before had the window `last`.
  ///
  /// - Parameter sent: What the request at hand has in truth: a note has fewer tokens than were set aside for it.
  func course(
    _ state: WindowState, _ end: Int, before last: WindowState?, _ pricing: TrimPricing, sending sent: Int? = nil
  ) -> RequestCourse {
    let planned = tokens(state, end)
    let input = sent ?? planned
    let previous = previousEnd(end)
    let growth = previous.map { ledger.tokens($0..<end) } ?? 0
    var cached = 0
    if let previous, !(pricing.isCold && end == ledger.groups.count) {
      cached = last == state ? tokens(state, previous) - reply - (planned - input) : leadingTokens
    }
    return RequestCourse(
      now: PricedRequest(input: input, cached: min(max(0, cached), input)),
      next: PricedRequest(input: input + growth, cached: keepsPrefix(state) ? input - reply : leadingTokens))
  }

  /// The number of groups that the request before had: those before the newest that the model answered it with.
  func previousEnd(_ end: Int) -> Int? {
    let last = ledger.kinds[..<end].lastIndex(of: .assistant)
    return last.flatMap { ledger.lastHuman(before: $0) == nil ? nil : $0 }
  }

  /// Whether the next request begins with what this one sends.
  private func keepsPrefix(_ state: WindowState) -> Bool {
    if case .step = policy.window { return policy.recall == nil || state == WindowState() }
    return state == WindowState()
  }

  /// What every request begins with: tools, and the instructions before anybody speaks.
  private var leadingTokens: Int {
    let leading = ledger.kinds.firstIndex { $0 != .instruction } ?? ledger.kinds.count
    return fixed - reply + ledger.instructionTokens(0..<leading)
  }
}
