import TareModels
import TarePricing
import TareSavings
import TareText
import TareTokens

extension SavingsReport {
  /// What the numbers rest on, one sentence each: every format prints them.
  var assumptions: [String] { assumptions(shown: shownName) }

  /// The same with names as `shown` shows them.
  func assumptions(shown: (String) -> String) -> [String] {
    let names = models.count > 1
    return models.map { $0.countingSentence(namesModel: names) }
      + (hasUnsentText ? [Self.unsentSentence] : [])
      + billingSentences(shown)
      + models.compactMap(\.gapSentence) + trafficSentences(shown) + priceSentences
  }

  private static let unsentSentence =
    "Counted is what is sent: the body and, where agents choose a file by it, its description, but no other front matter."

  /// How requests are billed, each way once; where there are several, with the prompts that each is about.
  private func billingSentences(_ shown: (String) -> String) -> [String] {
    let ways = prompts.compactMap { prompt in Billing(prompt.use).map { (billing: $0, path: prompt.path) } }
    let billings = ways.map(\.billing).reduce(into: [Billing]()) { billings, billing in
      if !billings.contains(billing) { billings.append(billing) }
    }
    return billings.flatMap { billing in
      let paths = ways.filter { $0.billing == billing }.map(\.path)
      return billing.sentences(of: billings.count > 1 ? namesText(paths, shown) : nil)
    }
  }

  /// The first of many names, and how many there are besides.
  func namesText(_ paths: [String], _ shown: (String) -> String) -> String {
    let more = paths.count > Self.namedPrompts ? " and \((paths.count - Self.namedPrompts).grouped) more" : ""
    return paths.prefix(Self.namedPrompts).map(shown).joined(separator: ", ") + more
  }

  /// At most so many prompts are named for each way of using them.
  private static let namedPrompts = 3

  /// What the prices may mislead about, and whose they are.
  private var priceSentences: [String] {
    prices.flatMap { $0.rate.notices(at: $0.time, pricesOf: $0.date) }.uniqued
      + prices.map { pricesSentence(of: $0.date, $0.source, at: $0.time) }.uniqued
  }
}

extension ModelSavings {
  fileprivate func countingSentence(namesModel: Bool) -> String {
    let (encoding, start) = (tokenizer.encoding.name, namesModel && model != nil ? "\(name): tokens" : "Tokens")
    return switch tokens.basis {
    case .exact, .reconstructed: "\(start) are counted in \(encoding): \(tokens.basis)."
    case .assumed: "\(start) are counted in \(encoding), which is assumed for this model."
    case .estimated:
      "\(start) are \(tokens.basis): counted in \(encoding), times the ratio of the kind of text, one for both sides; costs share that uncertainty."
    }
  }

  fileprivate var gapSentence: String? {
    guard price == nil, let model else { return nil }
    return "No price is known for \(model): what its prompts cost is left open, and so is every sum they are part of."
  }
}

extension [String] {
  /// The same without what came before.
  fileprivate var uniqued: [String] {
    reduce(into: []) { unique, sentence in if !unique.contains(sentence) { unique.append(sentence) } }
  }
}
