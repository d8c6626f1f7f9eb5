import TarePrompts
import TareText

/// What one file is audited against, read once however often the file is audited while it is mended.
struct AuditGround {
  /// The file as it stood before.
  let base: PromptDocument?
  /// What is known and not reported.
  let known: [Baseline.Entry]
  /// What was let be outside of the file.
  let suppressions: [Suppression]
  private let isLimitedToChanges: Bool
  private let baseText: SourceText?

  /// What `context` says of the file at `path`; `audit` finds what was there before.
  init(
    _ context: AuditContext, path: String, as format: PromptFormat?,
    audit: (PromptDocument, AuditGround) -> FileAudit
  ) {
    // A state that cannot be read has nothing to compare with.
    base = context.base.flatMap { try? PromptDocument(path: path, bytes: $0, as: format) }
    baseText = context.base.flatMap { try? SourceText($0) }
    isLimitedToChanges = context.scope == .changedLines
    suppressions = context.suppressions
    // What was let be then and is not any more was found then, too.
    let kept = context.suppressions.filter { now in context.suppressionsBefore.contains { $0.saysTheSame(as: now) } }
    let before =
      context.scope == .newSinceBase
      ? base.map { audit($0, AuditGround(suppressions: kept)).baselineEntries } : nil
    known = context.known + (before ?? [])
  }

  /// A ground that holds nothing but a base and what is let be.
  init(base: PromptDocument? = nil, suppressions: [Suppression] = []) {
    self.base = base
    self.suppressions = suppressions
    (known, isLimitedToChanges, baseText) = ([], false, nil)
  }

  /// The gate for one state of the file.
  func gate(_ document: PromptDocument, running pages: [RulePage], _ policy: SuppressionPolicy) -> FindingGate {
    let suppressions = Suppressions(document, outside: self.suppressions, running: pages, policy: policy)
    return FindingGate(
      document, suppressions: suppressions, known: known, since: isLimitedToChanges ? .some(baseText) : nil)
  }
}
