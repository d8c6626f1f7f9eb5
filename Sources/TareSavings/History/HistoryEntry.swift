import TareTokens

/// One commit of a history: what it left, and what it changed.
public struct HistoryEntry: Sendable, Hashable {
  /// The commit.
  public let commit: HistoryCommit
  /// All prompts as it left them.
  public let total: HistoryTotal
  /// The tokens before and after; `nil` where one of the prompts it changed could not be read on both sides, and where
  /// a shallow clone does not have the commit before.
  public let tokens: TokenDelta?
  /// What the commit did to the prompts as a whole.
  public let change: Change
  /// What the prompts were called before, and are called from here on, where a commit renamed some.
  public let renames: [Rename]

  /// The kinds of changes, for one prompt or all together.
  public enum Change: String, Sendable, Hashable {
    /// They were not there before.
    case new
    /// They are no longer there.
    case gone
    /// They were and are there.
    case changed
    /// What was there before, or is there now, is not known.
    case unknown
  }

  /// A prompt that a commit gave another name.
  public struct Rename: Sendable, Hashable {
    /// The name before.
    public let before: String
    /// The name after.
    public let after: String
  }

  init(
    _ revision: PromptRevision, from before: HistoryTotal?, to after: HistoryTotal, _ basis: TokenCount.Basis
  ) {
    commit = revision.commit
    total = after
    let isReadable = !revision.changes.contains { $0.before == .unreadable || $0.after == .unreadable }
    tokens = before.flatMap { isReadable ? TokenDelta(before: $0.tokens, after: after.tokens, basis: basis) : nil }
    change = before.map { Change(from: $0.state, to: after.state, isReadable: isReadable) } ?? .unknown
    renames = revision.changes.compactMap { change in
      change.previousPath.map { Rename(before: $0, after: change.path) }
    }
  }
}

extension HistoryEntry.Change {
  fileprivate init(from before: HistoryTotal.State, to after: HistoryTotal.State, isReadable: Bool) {
    switch (before, after) {
    case (_, .gone): self = .gone
    case (.gone, _): self = .new
    default: self = isReadable ? .changed : .unknown
    }
  }
}
