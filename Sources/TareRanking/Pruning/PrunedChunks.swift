/// What a pruning kept and what it dropped; every chunk of the pool is in one of the two.
public struct PrunedChunks: Sendable, Hashable {
  /// A chunk that stays.
  public struct Kept: Sendable, Hashable {
    /// Its place in the pool, from 0.
    public let chunk: Int
    /// Its tokens as it stays.
    public let tokens: Int
    /// Its score.
    public let score: Double
    /// The sentences that stay, with a marker where others stood, or `nil` for a chunk that stays whole.
    public internal(set) var excerpt: String?
  }

  /// A chunk that goes.
  public struct Dropped: Sendable, Hashable {
    /// Its place in the pool, from 0.
    public let chunk: Int
    /// The tokens it would have cost.
    public let tokens: Int
    /// Its score.
    public let score: Double
    /// Why it goes.
    public let reason: DropReason
  }

  /// Why a chunk goes.
  public enum DropReason: Sendable, Hashable {
    /// Its score is below the floor.
    case belowFloor
    /// It says nearly the same as a better chunk, which has that place in the pool.
    case nearDuplicate(of: Int)
    /// As many better chunks as are wanted stay.
    case beyondLimit
    /// It did not fit beside the better chunks that stay.
    case overBudget
  }

  /// What stays, in the order that was asked for.
  public let kept: [Kept]
  /// What goes, in the order of the pool.
  public let dropped: [Dropped]

  /// The tokens of what stays.
  public var tokens: Int { kept.reduce(0) { $0 + $1.tokens } }
}

extension PrunedChunks.DropReason {
  /// The words for reports and JSON, without the place a duplicate duplicates.
  public var name: String {
    switch self {
    case .belowFloor: "below-floor"
    case .nearDuplicate: "near-duplicate"
    case .beyondLimit: "beyond-limit"
    case .overBudget: "over-budget"
    }
  }
}
