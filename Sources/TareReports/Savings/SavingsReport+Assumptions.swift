import TareModels
import TarePricing
import TareSavings
import TareText
import TareTokens

extension SavingsReport {
  /// What the numbers rest on, one sentence each: every format prints them.
  var assumptions: [String] {
    let counting = models.map(countingSentence) + (hasUnsentText ? [Self.unsentSentence] : [])
    guard let price else { return counting }
    return counting + [cachedSentence(price), uncachedSentence(price)]
      + (requestsPerMonth.map { ["A month has \($0.grouped) requests with each prompt, as stated."] } ?? [])
      + price.rate.caveats
      + [pricesSentence(of: price.date, price.source, at: price.time)]
  }

  /// At most so many places are named; a long list would drown the report.
  private static let namedPlaces = 5

  /// What is missing, as a sentence with names as `shown` shows them; `nil` where nothing is.
  func unreadSentence(_ shown: (String) -> String) -> String? {
    guard !unread.isEmpty else { return nil }
    let names = unread.prefix(Self.namedPlaces).map(shown).joined(separator: ", ")
    let more = unread.count > Self.namedPlaces ? " and \((unread.count - Self.namedPlaces).grouped) more" : ""
    return "Incomplete: \(names)\(more) could not be read and \(unread.count == 1 ? "is" : "are") missing here."
  }

  private func countingSentence(_ model: ModelSavings) -> String {
    let (tokens, tokenizer) = (model.tokens, model.tokenizer)
    return switch tokens.basis {
    case .exact, .reconstructed: "Tokens are counted in \(tokenizer.encoding.name): \(tokens.basis)."
    case .assumed: "Tokens are counted in \(tokenizer.encoding.name), which is assumed for this model."
    case .estimated:
      "Tokens are \(tokens.basis): counted in \(tokenizer.encoding.name), times the ratio of the kind of text, one for both sides; costs share that uncertainty."
    }
  }

  private static let unsentSentence =
    "Counted is what is sent: the body and, where agents choose a file by it, its description, but no other front matter."

  private func uncachedSentence(_ price: PriceTag) -> String {
    "Gross: every token of the prompt costs the input price, \(price.rate.input.perMillion) a million; "
      + "output is not part of a prompt."
  }

  private func cachedSentence(_ price: PriceTag) -> String {
    guard let cached = price.rate.cachedInput else {
      return "Net of caching: no price is known for \(price.rate.model)."
    }
    let minimum =
      price.rate.minimumCacheableTokens.map { "where it has at least \($0.grouped) tokens" }
      ?? "however short, since no minimum is known"
    let start =
      "Net of caching: each request reads the prompt's stable start from the cache at \(cached.perMillion) a million"
    return "\(start), \(minimum); writing it is not counted."
  }
}

extension Rate {
  /// What about the prices themselves may mislead.
  fileprivate var caveats: [String] {
    var caveats: [String] = []
    if offPeak != nil { caveats.append("\(model) is cheaper outside its peak hours; the peak prices are taken.") }
    if let change = changes.first {
      caveats.append(
        "From \(change.from) on the input price of \(model) is \(change.input.perMillion) a million.")
    }
    if let retires { caveats.append("\(model) is switched off on \(retires).") }
    if source.agrees == false { caveats.append("A second source has other prices for \(model).") }
    return caveats
  }
}
