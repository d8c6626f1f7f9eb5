import TarePrompts
public import TareText

/// The limits of files that are loaded together.
public struct LoadSetBudget: Sendable, Hashable {
  private enum Roots: Sendable, Hashable {
    case pattern(PathPattern)
    case path(String)
  }

  private let roots: Roots
  /// The limits.
  public let limits: TokenLimits

  /// The limits of the sets around `roots`: a set goes by the file that brings in the others.
  public init(roots: PathPattern, limits: TokenLimits) {
    self.roots = .pattern(roots)
    self.limits = limits
  }

  /// The limits of the set around the file at `root`.
  public init(root: String, limits: TokenLimits) {
    roots = .path(root)
    self.limits = limits
  }

  func isFor(_ set: LoadSet) -> Bool {
    switch roots {
    case .pattern(let pattern): pattern.matches(LexicalPath(set.root))
    case .path(let path): path == set.root
    }
  }
}

/// Measures load sets against their limits.
struct LoadSetBudgets {
  private let budgets: [LoadSetBudget]

  init(_ budgets: [LoadSetBudget]) { self.budgets = budgets }

  /// The sets that send more than they may.
  func overBudget(_ run: AuditedRun) -> [PlacedFinding] {
    sets(of: run).compactMap { set, limits in
      let tokens = run.tokens(of: set)
      guard let limit = limits.maxTokens, tokens > limit else { return nil }
      let message: Finding.Message = .overBudget(tokens, files: set.members.count, limit: limit)
      return PlacedFinding(
        path: set.root, finding: Finding(OverBudget.page, message, at: .beginning, cost: .over(tokens - limit)))
    }
  }

  /// The sets that grew by more than they may.
  func grown(_ run: AuditedRun, over base: AuditedRun) -> [PlacedFinding] {
    let before = Dictionary(base.sets.map { ($0.root, base.tokens(of: $0)) }, uniquingKeysWith: { first, _ in first })
    return sets(of: run).compactMap { set, limits in
      guard let growth = limits.maxGrowth, let old = before[set.root] else { return nil }
      let tokens = run.tokens(of: set)
      let limit = growth.limit(from: old)
      guard tokens > limit else { return nil }
      let message: Finding.Message = .grown(from: old, to: tokens, limit: limit)
      return PlacedFinding(
        path: set.root, finding: Finding(GrowthOverBase.page, message, at: .beginning, cost: .over(tokens - limit)))
    }
  }

  /// The sets with the limits of each.
  private func sets(of run: AuditedRun) -> [(LoadSet, TokenLimits)] {
    run.sets.flatMap { set in
      budgets.filter { $0.isFor(set) }.map { (set, $0.limits) }
    }
  }
}

extension SourceRange {
  /// The first byte of a file: findings about the whole of it stand there.
  static var beginning: SourceRange { SourceRange(0, 0) }
}

extension Finding.Message {
  fileprivate static func overBudget(_ tokens: Int, files: Int, limit: Int) -> Self {
    """
    this file and \(Self.others(files)) loaded with it send \(tokens.grouped) tokens, \((tokens - limit).grouped) over \
    their budget of \(limit.grouped)
    """
  }

  fileprivate static func grown(from before: Int, to now: Int, limit: Int) -> Self {
    "this file and those loaded with it grew from \(before.grouped) to \(now.grouped) tokens; \(limit.grouped) are allowed"
  }

  private static func others(_ files: Int) -> String {
    files == 2 ? "the one" : "\((files - 1).grouped) files"
  }
}
