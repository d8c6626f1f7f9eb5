import TarePrompts
public import TareText

/// A comment that lets one finding be.
public struct SuppressionEdit: Sendable, Hashable {
  /// The edit that writes it.
  public let edit: Edit
  /// The tokens that it adds to every request.
  public let tokens: Int
}

extension Auditor {
  /// The comment that lets `finding` be, for somebody who looks at that one: behind its line where comments are not sent,
  /// on a line above it where they are.
  ///
  /// - Returns: `nil` where none does, or where one would change what else is found.
  /// - Complexity: that of an audit for each place that is tried.
  public func comment(lettingBe finding: Finding, in audit: FileAudit, _ context: AuditContext) -> SuppressionEdit? {
    guard !finding.code.hasPrefix("TARE"), !finding.range.isEmpty,
      let document = try? PromptDocument(path: audit.path, bytes: audit.source.utf8, as: format)
    else { return nil }
    let line = audit.source.lineIndex(at: finding.range.start)
    let edits = [
      document.comment(lettingBe: [finding.code], because: nil, atEndOfLine: line),
      document.comment(lettingBe: [finding.code], aboveLine: line),
    ]
    for edit in edits.compactMap(\.self) {
      guard let text = try? audit.source.applying([edit]) else { continue }
      let after = self.audit(path: audit.path, bytes: text.utf8, in: context)
      let others = audit.findings.filter { $0 != finding }
      guard !after.isFailure, after.findings.map(\.code) == others.map(\.code) else { continue }
      return SuppressionEdit(edit: edit, tokens: after.ledger.sent - audit.ledger.sent)
    }
    return nil
  }
}
