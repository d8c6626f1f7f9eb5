package import TarePricing
public import TareTokens

/// What prompts came to in tokens and money at each commit that changed them: the one model behind every format.
public struct HistoryReport: Sendable, Hashable {
  /// Whose history it is, in the words of the one who asked.
  public let paths: [String]
  /// The commits it lies between, where a range was asked for.
  public let range: String?
  /// How the prompts are used, the same for all commits.
  public let uses: HistoryUses
  /// What the counts are worth, the same for all of them.
  public let basis: TokenCount.Basis
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
  ///   - basis: What the counts are worth.
  /// - Throws: ``PricingError`` when a sum cannot be held.
  package init(
    of paths: [String], range: String?, _ revisions: [PromptRevision], newest: [(path: String, version: PromptVersion)],
    end: End, _ uses: HistoryUses, basis: TokenCount.Basis
  ) throws(PricingError) {
    (self.paths, self.range, self.end) = (paths, range, end)
    (self.uses, self.basis) = (uses, basis)
    var total = HistoryTotal(isPriced: uses.model.price != nil, hasMonth: uses.hasMonth)
    for prompt in newest { try total.add(prompt.version, at: prompt.path, uses.use(at: prompt.path)) }
    var entries: [HistoryEntry] = []
    for (index, revision) in revisions.enumerated() {
      let after = total
      try total.takeBack(revision.changes, uses)
      let isUnknown = end == .shallow && index == revisions.count - 1
      entries.append(HistoryEntry(revision, from: isUnknown ? nil : total, to: after, basis))
    }
    self.entries = entries
  }
}

extension HistoryReport {
  /// The prices, the same for all commits; `nil` when only tokens are shown.
  public var price: PriceTag? { uses.model.price }
}

extension HistoryTotal {
  fileprivate mutating func takeBack(
    _ changes: [PromptRevision.Change], _ uses: HistoryUses
  ) throws(PricingError) {
    for change in changes {
      try remove(change.after, at: change.path, uses.use(at: change.path))
      let previous = change.previousPath ?? change.path
      try add(change.before, at: previous, uses.use(at: previous))
    }
  }
}
