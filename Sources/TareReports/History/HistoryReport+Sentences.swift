import TareModels
import TarePricing
import TareSavings
import TareText
import TareTokens

extension HistoryReport {
  /// Whose history it is and how far it reaches.
  func title(_ shown: (String) -> String) -> String {
    let named = paths.prefix(3).map(shown).joined(separator: ", ")
    let names = named + (paths.count > 3 ? " and \((paths.count - 3).grouped) more" : "")
    let within = range.map { " in \(shown($0))" } ?? ""
    guard let newest = entries.first, let oldest = entries.last else { return "\(names): no commit\(within)" }
    let days =
      newest.commit.day == oldest.commit.day ? newest.commit.day : "\(oldest.commit.day) to \(newest.commit.day)"
    return "\(names): \(counted(entries.count, "commit"))\(within), \(days)"
  }

  /// What it came to, in one sentence.
  var headline: String {
    guard let newest = entries.first else { return "No commit there changed a prompt" }
    switch newest.total.state {
    case .gone: return "Gone since \(newest.commit.day)"
    case .unreadable: return "What is there at the end cannot be read"
    case .present:
      let prompts = newest.total.promptCount == 1 ? "" : " in \(newest.total.promptCount.grouped) prompts"
      return
        "\(counted(newest.total.tokens, "token"))\(prompts) \(range == nil ? "now" : "at the end")\(growth(to: newest))"
    }
  }

  private func growth(to newest: HistoryEntry) -> String {
    guard entries.count > 1, let oldest = entries.last, oldest.total.state == .present else { return "" }
    let delta = newest.total.tokens - oldest.total.tokens
    let before = oldest.total.tokens
    let share = signedShare(of: delta, from: before).map { " (\($0) of \(before.grouped))" } ?? ""
    let difference =
      delta == 0 ? "as many as" : "\(Int(delta.magnitude).grouped) \(delta < 0 ? "fewer" : "more")\(share) than"
    return ", \(difference) \(end == .complete && range == nil ? "at the beginning" : "at the oldest commit here")"
  }

  /// The model and how its tokens were counted.
  var modelText: String? {
    price.map { price in
      let choice = price.choice == .byDefault ? ", the default model" : ""
      return "\(price.rate.model) (\(price.rate.provider)\(choice)), tokens \(basis)"
    }
  }

  /// What the numbers rest on, one sentence each: every format prints them.
  var assumptions: [String] {
    [Self.branchSentence] + [endSentence].compactMap(\.self) + [countingSentence] + unreadableSentence
      + (price.map(priceSentences) ?? [])
  }

  private static let branchSentence =
    "Each line is what a commit left, the newest first, and how that differs from the line below it; a merge is one step with all that it brought."

  private var endSentence: String? {
    switch end {
    case .complete: nil
    case .limit: "There are older commits (--limit shows more)."
    case .shallow: "This clone is shallow: what its oldest commit changed, and what was before, is not here."
    case .renames: "Older commits are not shown: there are more renames than are followed."
    }
  }

  private var countingSentence: String {
    let encoding = uses.model.tokenizer.encoding.name
    switch basis {
    case .exact, .reconstructed: return "Tokens are counted in \(encoding): \(basis)."
    case .assumed: return "Tokens are counted in \(encoding), which is assumed for this model."
    case .estimated:
      return
        "Tokens are \(basis): counted in \(encoding), times the ratio of the kind of text that is there now, one for all commits; costs share that uncertainty."
    }
  }

  private var unreadableSentence: [String] {
    guard entries.contains(where: { !$0.total.unreadable.isEmpty }) else { return [] }
    return [
      "What is unreadable is no text, or has a front matter that is not YAML; its tokens are missing in its lines."
    ]
  }

  private func priceSentences(_ price: PriceTag) -> [String] {
    ["Costs are those of requests with each prompt, at the same prices for all commits."]
      + (Billing(uses.model)?.sentences(of: nil) ?? [])
      + trafficSentences
      + price.rate.notices(at: price.time, pricesOf: price.date)
      + [pricesSentence(of: price.date, price.source, at: price.time)]
  }
}

/// A difference as a share of what was there, `-20.0%`; `nil` where there was nothing.
private func signedShare(of delta: Int, from before: Int) -> String? {
  guard before > 0 else { return nil }
  let exact = TokenCount.Basis.exact
  return try? TokenDelta(
    before: TokenCount(before, basis: exact), after: TokenCount(before + delta, basis: exact)
  ).percentage
}
