/// What one commit made of prompts, before anything is priced.
package struct PromptRevision: Sendable, Hashable {
  let commit: HistoryCommit
  let changes: [Change]

  /// A prompt that differs from the commit before; one side is `nil` where it is new or gone.
  package struct Change: Sendable, Hashable {
    let path: String
    let previousPath: String?
    let before: PromptVersion?
    let after: PromptVersion?

    /// A prompt that a commit brought, took away or changed; `previousPath` is what it was called, where that differs.
    package init(path: String, previousPath: String?, before: PromptVersion?, after: PromptVersion?) {
      (self.path, self.previousPath, self.before, self.after) = (path, previousPath, before, after)
    }
  }

  /// The commit and its changes.
  package init(_ commit: HistoryCommit, changes: [Change]) {
    (self.commit, self.changes) = (commit, changes)
  }
}

/// A commit as a report names it.
public struct HistoryCommit: Sendable, Hashable {
  /// Its whole id.
  public let id: String
  /// The day on which it was committed, where whoever did it was.
  public let day: String
  /// Who wrote it.
  public let author: String
  /// The first paragraph of its message, on one line.
  public let subject: String

  /// A commit by what is shown of it.
  public init(id: String, day: String, author: String, subject: String) {
    (self.id, self.day, self.author, self.subject) = (id, day, author, subject)
  }

  /// The first digits, as people quote an id.
  public var shortID: String { String(id.prefix(10)) }
}
