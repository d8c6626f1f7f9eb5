import TarePricing
import TareText
import TareTokens

extension SimulationReport {
  /// What the numbers rest on, one sentence each: every format prints them.
  var assumptions: [String] { assumptions(shown: shownName) }

  /// The same with the path of a file as `shown` shows it.
  func assumptions(shown: (String) -> String) -> [String] {
    [conversationSentence(shown), gapsSentence, cacheSentence, ruleSentence, summarySentence].compactMap(\.self)
      + [Self.qualitySentence]
      + (conversationsPerMonth.map { ["A month has \($0.grouped) conversations, as stated."] } ?? [])
      + simulation.rate.notices(at: time, catalogue: catalogue)
      + (isModelNamed ? [] : ["No model was named: \(simulation.rate.model) is taken."])
      + [catalogue.sentence(at: time)]
  }

  private static let qualitySentence =
    "What is cheapest is not what answers best: turns kept says how much of the conversation a request still sees, on average and at the fewest after the first was dropped."

  private func conversationSentence(_ shown: (String) -> String) -> String {
    let conversation = simulation.conversation
    let turns = counted(conversation.turns.count, "request")
    let system = "\(conversation.systemTokens.grouped) tokens of tools and system prompt"
    if case .counted(let path, let basis) = origin {
      return "The conversation is that of \(shown(path)): \(turns), \(system); tokens are \(basis)."
    }
    let first = conversation.turns[0]
    let user = first.userTokens.grouped
    return
      "The conversation: \(turns), \(system), \(user) for each message and \(first.assistantTokens.grouped) for each answer."
  }

  private var gapsSentence: String {
    switch gaps {
    case .constant(let seconds): "Pauses: \(seconds.grouped) seconds before each request."
    case .listed: "Pauses: as listed."
    case .drawn(let histogram, let conversations):
      "Pauses: \(histogram.bins.map { "\($0.seconds.grouped) s \($0.percent)%" }.joined(separator: ", ")); the mean of \(counted(conversations, "conversation")) with pauses drawn from that, the same for each policy."
    }
  }

  private var cacheSentence: String {
    let rate = simulation.rate
    let read = rate.cachedInput?.perMillion.description ?? "an unknown price"
    switch simulation.terms {
    case .none:
      return "No cache: every input token costs \(rate.input.perMillion) a million."
    case .automatic(let caching):
      return
        "Cache: the start that a request shares with the one before, from \(caching.minimumTokens.grouped) tokens on and in steps of \(caching.granularity), is read at \(read) a million for \(caching.lifetime) after its last use; \(caching.hitPercent == 100 ? "every hit is granted" : "\(caching.hitPercent) of 100 hits are granted, drawn for each request")."
    case .breakpoints(let caching):
      let write = rate.prices(forInput: 0).write(for: caching.lifetime)?.perMillion.description ?? "an unknown price"
      return
        "Cache: entries of at least \(caching.minimumTokens.grouped) tokens at \(caching.marks.places) are written at \(write) and read at \(read) a million, and live \(caching.lifetime) after their last use\(breakEven(caching.lifetime))."
    }
  }

  private func breakEven(_ lifetime: CacheLifetime) -> String {
    guard let share = simulation.rate.breakEvenHitsInThousandths(for: lifetime) else { return "" }
    return "; writing pays where more than \(share / 10).\(share % 10)% of what is marked is read"
  }

  private var ruleSentence: String? {
    guard simulation.terms != .none, let rule = simulation.rate.cacheRule, rule.isAssumed else { return nil }
    return "Parts of that rule are assumed: \(rule.source)."
  }

  private var summarySentence: String? {
    guard comparison.bills.contains(where: { $0.tokens.summaryOutput > 0 }) else { return nil }
    return "Summaries are requests of their own to the same model, past the cache; their tokens are in the table."
  }
}

extension CacheMarks {
  fileprivate var places: String {
    let names = [(Self.system, "the end of the system prompt"), (.newestMessage, "the end of the newest message")]
    return names.filter { contains($0.0) }.map(\.1).joined(separator: " and ")
  }
}
