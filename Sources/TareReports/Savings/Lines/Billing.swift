import TarePricing
import TareSavings
import TareText

/// How requests to a model are billed: what a sentence about costs rests on.
struct Billing: Equatable {
  let rate: Rate
  let cache: CacheChoice
  let processing: Rate.Processing
  let hasPauses: Bool
  let hasOutput: Bool
  let isConversation: Bool

  init?(_ use: PromptUse) {
    guard let price = use.price else { return nil }
    (rate, cache, processing) = (price.rate, use.traffic.cache, use.traffic.processing)
    hasPauses = use.traffic.gaps != nil
    isConversation = use.traffic.shape != .requests
    hasOutput = use.traffic.outputTokens != nil
  }

  /// What both costs rest on; where several ways of billing are told apart, with the model and the `prompts` of this one.
  func sentences(of prompts: String?) -> [String] {
    let members = prompts.map { " with \(rate.model) (\($0))" } ?? ""
    return ["Net of caching\(members): \(net).", "Gross\(members): \(gross)."]
  }

  private var terms: CacheTerms { (try? rate.cacheTerms(choosing: cache)) ?? .none }

  private var net: String {
    if processing == .batch { return "no price of cached tokens is known in batch, so it is the gross cost" }
    guard cache == .none || rate.cachedInput != nil else { return "no price of cached tokens is known" }
    let read = rate.cachedInput?.perMillion.description ?? "an unknown price"
    switch terms {
    case .none: return "no cache is \(cache == .none ? "asked for" : "known"), so it is the gross cost"
    case .automatic(let caching):
      let steps = caching.granularity > 1 ? " and in steps of \(caching.granularity)" : ""
      return "a prompt's stable start, from \(caching.minimumTokens.grouped) tokens on\(steps), is read from the cache "
        + "at \(read) a million\(warmth(caching.lifetime))"
    case .breakpoints(let caching):
      let write = rate.prices(forInput: 0).write(for: caching.lifetime)?.perMillion.description ?? "an unknown price"
      return "a prompt's stable start, from \(caching.minimumTokens.grouped) tokens on, is written to the cache at "
        + "\(write) a million and read at \(read)\(warmth(caching.lifetime))"
    }
  }

  private func warmth(_ lifetime: CacheLifetime) -> String {
    let first = isConversation ? "; the first request of a conversation finds nothing" : ""
    if hasPauses { return " until \(lifetime) after its last use\(first)" }
    return "; every request is taken to come within \(lifetime) of another\(first)"
  }

  private var gross: String {
    let (input, output) =
      switch processing {
      case .standard: (rate.input as TokenPrice?, rate.output)
      case .batch: (rate.batch?.input, rate.batch?.output)
      }
    let unknown = "an unknown price"
    let start = "every input token costs \(input?.perMillion.description ?? unknown) a million"
    let batch = processing == .batch ? ", in batch" : ""
    return start + (hasOutput ? ", every output token \(output?.perMillion.description ?? unknown)" : "") + batch
  }
}
