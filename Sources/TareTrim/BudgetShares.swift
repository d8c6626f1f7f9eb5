/// How a budget is divided among what wants to go into it; each share is of what the budget leaves beside its reserve.
///
/// Chunks and what is recalled have shares of their own, ``ChunkRequest/share`` and ``TrimPolicy/recall``.
public struct BudgetShares: Sendable, Hashable {
  /// The most that instructions may have; they are never shortened, so more of them cannot fit.
  public var instructionsMost: Share?
  /// The most that tools may have; they are never taken away, so more of them cannot fit.
  public var toolsMost: Share?
  /// The least that the history keeps, whatever chunks and recalling want.
  public var historyLeast: Share?
  /// The most that the history may have, whatever room there is.
  public var historyMost: Share?

  /// No limits but the budget itself, until one is set.
  public init(
    instructionsMost: Share? = nil, toolsMost: Share? = nil, historyLeast: Share? = nil, historyMost: Share? = nil
  ) {
    self.instructionsMost = instructionsMost
    self.toolsMost = toolsMost
    self.historyLeast = historyLeast
    self.historyMost = historyMost
  }

  /// These, and where one is not set, those of `standing`.
  func over(_ standing: BudgetShares) -> BudgetShares {
    BudgetShares(
      instructionsMost: instructionsMost ?? standing.instructionsMost, toolsMost: toolsMost ?? standing.toolsMost,
      historyLeast: historyLeast ?? standing.historyLeast, historyMost: historyMost ?? standing.historyMost)
  }
}
