public import TarePricing

/// What a change of prompts does to their tokens and to what they cost: the one model behind every format.
public struct SavingsReport: Sendable, Hashable {
  /// What is compared, in the words of the one who asked.
  public let comparison: Comparison
  /// The prompts that differ, in the order of their paths.
  public let prompts: [PromptSavings]
  /// How many prompts were compared and are the same.
  public let unchangedCount: Int
  /// The places of what could not be read and is missing from every number here.
  public let unread: [String]
  /// Whether one of the prompts that differ has text, such as front matter, that is not sent and not counted.
  public let hasUnsentText: Bool
  /// The prompts that differ by how their tokens were counted, in the order in which they come first.
  public let models: [ModelSavings]
  /// The tokens of all prompts that differ; `nil` where several models count them, since their tokens are no sum.
  public let tokens: TokenDelta?
  /// What a thousand requests with each of the prompts that differ cost; `nil` where that of one is not known.
  public let perThousand: RequestCost?
  /// What a month costs of those prompts that differ and whose requests are known; `nil` where there are none of them.
  public let perMonth: RequestCost?
  /// How many prompts that differ have no stated number of requests, and are missing from ``perMonth``.
  public let withoutVolumeCount: Int
  /// What the gates say that the report was judged by; see ``judged(by:on:)``.
  public internal(set) var verdicts: [GateVerdict] = []

  /// The two sides of a comparison.
  public struct Comparison: Sendable, Hashable {
    /// The side before: a path, or a ref as it was given.
    public let base: String
    /// The side after.
    public let head: String
    /// The commit of the side after; `nil` where that is none.
    public let headCommit: Commit?

    /// Two sides by their names.
    public init(base: String, head: String, headCommit: Commit? = nil) {
      self.base = base
      self.head = head
      self.headCommit = headCommit
    }

    /// A commit, and when it was made.
    public struct Commit: Sendable, Hashable {
      /// Its whole id.
      public let id: String
      /// The seconds from 1970 to when it was committed.
      public let time: Int

      /// A commit by its id.
      public init(id: String, time: Int) {
        (self.id, self.time) = (id, time)
      }
    }
  }

  /// Compares each pair of prompts.
  ///
  /// - Parameters:
  ///   - pairs: The prompts; those that are the same on both sides are only counted.
  ///   - otherUnchangedCount: How many prompts are known to be the same without being among `pairs`.
  ///   - unread: The places of what could not be read, so that no report looks complete which is not.
  ///   - comparison: The names of the two sides.
  ///   - use: How a prompt is used; asked once for each that differs.
  /// - Throws: ``PricingError/overflow`` when a sum cannot be held.
  public init(
    comparing pairs: [PromptPair], otherUnchangedCount: Int = 0, unread: [String] = [], _ comparison: Comparison,
    use: (PromptPair) -> PromptUse
  ) throws(PricingError) {
    let differing = pairs.filter { !$0.isUnchanged }
    var prompts: [PromptSavings] = []
    for pair in differing { prompts.append(try PromptSavings(pair, use(pair))) }
    prompts.sort { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
    self.comparison = comparison
    self.prompts = prompts
    unchangedCount = otherUnchangedCount + pairs.count - prompts.count
    self.unread = unread
    hasUnsentText = differing.contains { $0.before?.hasUnsentText == true || $0.after?.hasUnsentText == true }
    models = try ModelSavings.grouped(prompts)
    tokens = models.count == 1 ? models[0].tokens : nil
    withoutVolumeCount = prompts.count { $0.use.traffic.requestsPerMonth == nil }
    do {
      let costs = prompts.compactMap(\.perThousand)
      perThousand = costs.isEmpty || costs.count < prompts.count ? nil : try RequestCost.sum(of: costs)
      let months = prompts.filter { $0.use.traffic.requestsPerMonth != nil }.map(\.perMonth)
      // A sum in which one is missing would pass for a saving.
      perMonth = months.isEmpty || months.contains(nil) ? nil : try RequestCost.sum(of: months.compactMap(\.self))
    } catch {
      throw .overflow
    }
  }

  /// The same with all prompts used in one way.
  public init(
    comparing pairs: [PromptPair], otherUnchangedCount: Int = 0, unread: [String] = [], _ comparison: Comparison,
    use: PromptUse
  ) throws(PricingError) {
    try self.init(
      comparing: pairs, otherUnchangedCount: otherUnchangedCount, unread: unread, comparison, use: { _ in use })
  }
}
