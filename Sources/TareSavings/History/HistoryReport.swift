public import TareModels
package import TarePricing
public import TareTokens

/// What prompts came to in tokens and money at each commit that changed them: the one model behind every format.
public struct HistoryReport: Sendable, Hashable {
  /// Whose history it is, in the words of the one who asked.
  public let paths: [String]
  /// The commits it lies between, where a range was asked for.
  public let range: String?
  /// How tokens were counted.
  public let tokenizer: ModelTokenizer
  /// What the counts are worth, the same for all of them.
  public let basis: TokenCount.Basis
  /// The prices, the same for all commits; `nil` when only tokens are shown.
  public let price: PriceTag?
  /// How often each prompt is sent in a month, as stated; never assumed.
  public let requestsPerMonth: Int?
  /// One for each commit, newest first.
  public let entries: [HistoryEntry]
  /// Why there is nothing older.
  public let end: End

  /// Why a history ends where it does.
  public enum End: String, Sendable, Hashable {
    /// The prompts began there, or the range did.
    case complete
    /// There are older commits, and no more were asked for.
    case limit
    /// The clone is shallow, and what its oldest commit changed is not known.
    case shallow
    /// The prompts were renamed too often to be followed.
    case renames
  }

  /// Adds up and prices each commit.
  ///
  /// - Parameters:
  ///   - revisions: The commits, newest first.
  ///   - newest: Every prompt as the newest of them leaves it, by path.
  /// - Throws: ``PricingError`` when a sum cannot be held.
  package init(
    of paths: [String], range: String?, _ revisions: [PromptRevision], newest: [(path: String, version: PromptVersion)],
    end: End, counting tokenizer: ModelTokenizer, basis: TokenCount.Basis, price: PriceTag?, requestsPerMonth: Int?
  ) throws(PricingError) {
    (self.paths, self.range, self.end) = (paths, range, end)
    (self.tokenizer, self.basis) = (tokenizer, basis)
    (self.price, self.requestsPerMonth) = (price, requestsPerMonth)
    var total = HistoryTotal(price: price)
    for prompt in newest { try total.add(prompt.version, at: prompt.path) }
    var entries: [HistoryEntry] = []
    for (index, revision) in revisions.enumerated() {
      let after = total
      try total.takeBack(revision.changes)
      let isUnknown = end == .shallow && index == revisions.count - 1
      entries.append(
        try HistoryEntry(
          revision, from: isUnknown ? nil : total, to: after, basis, requestsPerMonth: requestsPerMonth))
    }
    self.entries = entries
  }
}

extension HistoryTotal {
  fileprivate mutating func takeBack(_ changes: [PromptRevision.Change]) throws(PricingError) {
    for change in changes {
      try remove(change.after, at: change.path)
      try add(change.before, at: change.previousPath ?? change.path)
    }
  }
}
