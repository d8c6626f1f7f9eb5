import TareConversations
import TareJSON
import TareTokens

/// Puts a plan together: chunks and history share the budget, then each message gets its decision.
struct PlanBuilder {
  let counted: CountedConversation
  let policy: TrimPolicy
  let budget: Budget
  let ledger: GroupLedger
  let ranking: HistoryRanking
  let cleared: ClearedResults
  let capped: CappedResults
  private let noteMaterial: NoteMaterial
  /// What a summariser said; `nil` where none is asked.
  let summaries: SummaryTexts?

  init(
    _ counted: CountedConversation, policy: TrimPolicy, budget: Budget, ranking: HistoryRanking?,
    summaries: SummaryTexts? = nil
  ) {
    self.summaries = summaries
    self.counted = counted
    noteMaterial = NoteMaterial(counted.conversation)
    self.policy = policy
    self.budget = budget
    self.ranking = ranking ?? HistoryRanking(scores: [])
    let names = policy.toolResults.namesTools ? ToolNames(counted.conversation) : ToolNames()
    let cleared = ClearedResults(counted, policy: policy.toolResults, names: names)
    let capped = CappedResults(counted, caps: policy.toolResults.caps, names: names, cleared: cleared)
    func tokens(_ index: Int) -> Int { capped.messages[index]?.tokens ?? counted.counts.messages[index].tokens }
    (self.cleared, self.capped) = (cleared, capped)
    ledger = GroupLedger(counted.conversation, messageTokens: tokens) { index in
      guard policy.toolResults.keepNewest != nil else { return tokens(index) }
      return min(tokens(index), cleared.tokens(of: index) ?? .max)
    }
  }

  /// The window when history, tools and note may have `tokens`.
  func window(within tokens: Int) -> WindowState {
    let state = window(within: tokens, policy: policy)
    // A step window keeps what it set aside: its cut must not depend on what a note has to say.
    return policy.window == .sliding ? widened(state, within: tokens) : state
  }

  /// The window that goes back as far as the note leaves room for, which is often shorter than what was set aside.
  private func widened(_ state: WindowState, within tokens: Int) -> WindowState {
    var (state, policy) = (state, policy)
    while let note = placeholder(state), note.reserved < state.placeholderTokens {
      policy.placeholderTokens = max(note.reserved, SummaryPlaceholder.leastTokens)
      let wider = window(within: tokens, policy: policy)
      guard wider.cut < state.cut else { break }
      state = wider
    }
    return state
  }

  private func window(within tokens: Int, policy: TrimPolicy) -> WindowState {
    replay(within: tokens, policy: policy).state()
  }

  /// What finds the window when history, tools and note may have `tokens`.
  func replay(within tokens: Int, policy: TrimPolicy? = nil) -> WindowReplay {
    let policy = policy ?? self.policy
    return WindowReplay(
      ledger: ledger, policy: policy, fixed: counted.counts.fixed,
      limits: WindowLimits(tokens: limitedByShare(tokens), turns: policy.keepTurns, messages: policy.keepMessages),
      reply: counted.counts.reply.tokens, payBack: policy.payBack, setAside: max(0, budget.available - tokens),
      ranking: ranking, rolesAlternate: rolesAlternate)
  }

  /// - Parameter tokens: What the history may have, where a window may be filled up to it.
  func plan(state: WindowState, chunks: ChunkAccount?, within tokens: Int? = nil) -> TrimPlan {
    let wider = tokens.flatMap { filled(state, within: $0) }
    let state = wider?.state ?? state
    var decisions = wider?.decisions ?? self.decisions(state)
    let available = mayHave(state)
    let over = self.tokens(of: decisions) + (chunks?.tokens ?? 0) - available
    if over > 0 { decisions = shortened(decisions, losing: over) }
    let placeholder = placeholder(state)
    var additions: [TrimPlan.Addition] = []
    if let placeholder {
      additions.append(
        TrimPlan.Addition(
          kind: .note, before: firstOfWindow(state), role: .user, text: placeholder.text, tokens: placeholder.tokens))
    }
    let standing = self.tokens(of: decisions) + (placeholder?.tokens ?? 0) + (chunks?.tokens ?? 0)
    let recalled = recalled(state, room: available - standing)
    if let recalled {
      additions.append(
        TrimPlan.Addition(
          kind: .recall, before: placeOfChunks, role: .user, text: recalled.text, tokens: recalled.tokens))
    }
    if let chunks, chunks.tokens > 0, chunks.destination == .payload {
      additions.append(
        TrimPlan.Addition(
          kind: .chunks, before: placeOfChunks, role: chunks.role, text: chunks.text, tokens: chunks.tokens))
    }
    additions = joining(additions, decisions)
    (decisions, additions) = markingCache(decisions, additions)
    let after = after(decisions, additions)
    let elsewhere = chunks.map { $0.destination == .elsewhere ? $0.tokens : 0 } ?? 0
    let needed = after.tokens + elsewhere
    let tooMuch =
      needed > available
      ? CannotFit(
        available: available, needed: needed, shortenable: shortenableTokens(decisions), parts: standingParts(decisions)
      )
      : overShare
    let isChanged = decisions.contains { $0.action != .kept }
    let isPutOff = needed > budget.available
    return TrimPlan(
      status: tooMuch != nil ? .cannotFit : isPutOff ? .putOff : isChanged ? .trimmed : .fits, budget: budget,
      decisions: decisions,
      placeholder: placeholder, chunks: chunks, before: counted.counts.total, after: after, additions: additions,
      recalled: recalled?.messages ?? [],
      cannotFit: tooMuch)
  }

  private func after(_ decisions: [TrimDecision], _ additions: [TrimPlan.Addition]) -> TokenCount {
    let counts = counted.counts.messages
    let kept = decisions.compactMap { decision -> MessageCount? in
      switch decision.action {
      case .kept: counts[decision.index]
      case .dropped: nil
      case .replaced(let tokens): MessageCount(tokens: tokens, uncertain: counts[decision.index].uncertain)
      }
    }
    return counted.counts.total(keeping: kept + additions.map { MessageCount(tokens: $0.tokens) })
  }

  /// The last message of a person, before which the chunks stand; the end where no person speaks.
  private var placeOfChunks: Int {
    let lastHuman = ledger.lastHuman(before: ledger.groups.count)
    guard let lastHuman else { return counted.conversation.messages.count }
    let messages = ledger.groups[lastHuman].messages
    // Behind a tool's result, where nothing may stand between it and its call, what is added becomes a part of it.
    guard rolesAlternate else { return messages.lowerBound }
    return messages.last { counted.conversation.messages[$0].isHuman } ?? messages.lowerBound
  }

  private var rolesAlternate: Bool { counted.conversation.format.rules.roleOrder == .alternating }

  /// The additions as the provider takes them: a part of the message behind them where that has the same role and roles
  /// have to take turns, which spares what would stand around a message.
  private func joining(_ additions: [TrimPlan.Addition], _ decisions: [TrimDecision]) -> [TrimPlan.Addition] {
    guard rolesAlternate else { return additions }
    var texts: [Int: String] = [:]
    return additions.map { addition in
      guard decisions.indices.contains(addition.before), decisions[addition.before].action != .dropped,
        counted.conversation.messages[addition.before].role == addition.role,
        counted.conversation.messages[addition.before].edits(addingText: addition.text) != nil
      else { return addition }
      var joined = addition
      joined.joinsNext = true
      // Several of them are one text with blank lines between them.
      let before = texts[addition.before]
      let text = before.map { $0 + TrimPlan.joint + addition.text } ?? addition.text
      joined.tokens =
        counted.counter.textTokens(text) - (before.map { counted.counter.textTokens($0) } ?? 0)
      texts[addition.before] = text
      return joined
    }
  }

  /// The first message behind the instructions that stays: the note stands before it.
  private func firstOfWindow(_ state: WindowState) -> Int {
    let window = ledger.kinds.indices.first { $0 >= state.cut && ledger.kinds[$0] != .instruction }
    let group = [state.recalled.min(), state.anchors.first, window].compactMap { $0 }.min()
    return group.map { ledger.groups[$0].messages.lowerBound } ?? counted.conversation.messages.count
  }

  private func placeholder(_ state: WindowState) -> SummaryPlaceholder? {
    guard state.placeholderTokens >= SummaryPlaceholder.leastTokens else { return nil }
    let dropped = ledger.groups.indices.flatMap { group -> [Int] in
      let kind = ledger.kinds[group]
      return kind == .orphan || state.keeps(group, kind) ? [] : Array(ledger.groups[group].messages)
    }
    return noteMaterial.note(about: dropped, most: state.placeholderTokens) {
      SummaryPlaceholder(
        of: dropped, in: noteMaterial, tokens: dropped.reduce(0) { $0 + counted.counts.messages[$1].tokens },
        counter: counted.counter, most: state.placeholderTokens, summaries: summaries)
    }
  }
}
