import TarePricing
import TareSavings
import TareText

extension SavingsReport {
  /// How the prompts are taken to be used, one sentence for each way; empty where only tokens are compared.
  func trafficSentences(_ shown: (String) -> String) -> [String] {
    let priced = prompts.filter { $0.use.price != nil }
    let profiles = priced.map(\.use.traffic).reduce(into: [TrafficProfile]()) { profiles, profile in
      if !profiles.contains(profile) { profiles.append(profile) }
    }
    let sentences = profiles.map { profile in
      let members = priced.filter { $0.use.traffic == profile }
      let of = profiles.count > 1 ? " of \(namesText(members.map(\.path), shown))" : ""
      return "Traffic\(of): \(profile.parts.joined(separator: ", "))."
    }
    return sentences + [missingVolumeSentence].compactMap(\.self)
  }

  /// That a sum of a month is not one of all prompts.
  private var missingVolumeSentence: String? {
    let missing = withoutVolumeCount
    guard hasPrices, missing > 0, missing < prompts.count else { return nil }
    return "A month leaves out \(counted(missing, "prompt")) of \(prompts.count.grouped), without a stated volume."
  }
}

extension TrafficProfile {
  /// What is stated, and what is left out because it is not.
  var parts: [String] {
    [volume, calls, newInput, output, pauses, asked, retries].compactMap(\.self)
  }

  private var volume: String {
    switch shape {
    case .requests:
      perMonth.map { "\(counted($0, callsPerTask > 1 ? "task" : "request")) a month, as stated" }
        ?? "no volume is stated"
    case .conversation(let turns):
      (perMonth.map { "\(counted($0, "conversation")) a month of " } ?? "conversations of ")
        + "\(counted(turns, "request"))" + (perMonth == nil ? ", no volume is stated" : ", as stated")
    }
  }

  private var calls: String? { callsPerTask > 1 ? "\(callsPerTask.grouped) requests for each" : nil }

  private var newInput: String? {
    newInputTokens > 0 ? "\(counted(newInputTokens, "token")) behind the prompt in each request" : nil
  }

  private var output: String {
    outputTokens.map { "\(counted($0, "output token")) for each" } ?? "output is not counted"
  }

  private var pauses: String? {
    switch gaps {
    case nil: nil
    case .constant(let seconds): "\(counted(seconds, "second")) between requests"
    case .listed: "pauses as listed"
    case .drawn(let histogram, _):
      "pauses of \(histogram.bins.map { "\($0.seconds.grouped) s \($0.percent)%" }.joined(separator: ", "))"
    }
  }

  /// What is asked of the provider, where that is not the usual.
  private var asked: String? {
    let cache = self.cache == .automatic ? nil : self.cache == .none ? "no cache" : "a cache for \(self.cache)"
    let parts = [processing == .batch ? "in batch" : nil, tier.map { "tier \($0)" }, cache].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private var retries: String? {
    guard retriesPerMillion > 0 else { return nil }
    let (whole, rest) = retriesPerMillion.quotientAndRemainder(dividingBy: 10_000)
    var digits = String(10_000 + rest).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return "\(whole)\(digits.isEmpty ? "" : ".\(digits)")% of the requests sent twice"
  }
}
