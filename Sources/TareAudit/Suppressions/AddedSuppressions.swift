public import TarePrompts
public import TareText

/// What lets all findings of one file be: comments in it where they are not sent, and entries for the file beside it.
public struct AddedSuppressions: Sendable, Hashable {
  /// The file with its comments.
  public let source: SourceText
  /// What is to stand beside it.
  public let entries: [SuppressionSidecar.Addition]
  /// How many findings are let be.
  public let count: Int
}

extension Auditor {
  /// What lets the findings of `audit` be.
  ///
  /// A comment that would be sent costs tokens in every request, and one inside of a table ends it, so that a file whose
  /// format has no other comments gets entries beside it. Comments are tried: where they change what is sent, or let
  /// nothing be, there are entries instead.
  ///
  /// - Parameters:
  ///   - audit: What was found, in this run's own way: what is let be or known already is not among it.
  ///   - context: What is known of the file besides its bytes.
  ///   - reason: Why; one line in which no comment ends.
  public func lettingBe(_ audit: FileAudit, in context: AuditContext, because reason: String?) -> AddedSuppressions {
    let findings = audit.findings.filter { !$0.code.hasPrefix("TARE") }
    let places = findings.map { SuppressionPlace($0, in: audit.source) }
    guard !audit.isFailure, !findings.isEmpty,
      let document = try? PromptDocument(path: audit.path, bytes: audit.source.utf8, as: format)
    else { return AddedSuppressions(source: audit.source, entries: [], count: 0) }
    let commented = commented(document, places, context, reason)
    let left = commented == nil ? places : places.filter { $0.line == nil }
    return AddedSuppressions(
      source: commented ?? audit.source, entries: entries(left, document), count: findings.count)
  }

  /// What lets one finding be from a file beside; `nil` for what nothing lets be.
  public func entry(lettingBe finding: Finding, in audit: FileAudit) -> SuppressionSidecar.Addition? {
    guard !audit.isFailure, !finding.code.hasPrefix("TARE"),
      let document = try? PromptDocument(path: audit.path, bytes: audit.source.utf8, as: format)
    else { return nil }
    return entries([SuppressionPlace(finding, in: audit.source)], document).first
  }

  /// The file with a comment in each line in which something is found, or `nil` where comments do not do.
  private func commented(
    _ document: PromptDocument, _ places: [SuppressionPlace], _ context: AuditContext, _ reason: String?
  ) -> SourceText? {
    let lines = Dictionary(grouping: places.filter { $0.line != nil }, by: { $0.line ?? 0 })
    guard !lines.isEmpty else { return nil }
    let edits = lines.keys.sorted().compactMap { line in
      document.comment(lettingBe: Self.codes(lines[line] ?? []), because: reason, atEndOfLine: line)
    }
    guard edits.count == lines.count, let text = try? document.source.applying(edits) else { return nil }
    let before = audit(path: document.path, bytes: document.source.utf8, in: context)
    let after = audit(path: document.path, bytes: text.utf8, in: context)
    let wanted = before.findings.count { finding in
      !places.contains { $0.line != nil && $0.finding == finding }
    }
    return after.findings.count == wanted && after.ledger.sent == before.ledger.sent ? text : nil
  }

  private func entries(_ places: [SuppressionPlace], _ document: PromptDocument) -> [SuppressionSidecar.Addition] {
    let names = LineNames(document)
    let lines = places.map { $0.line.flatMap { names.name(ofLine: $0) } }
    // What is let be in the whole file needs no line.
    let everywhere = zip(places, lines).filter { $0.1 == nil }.map(\.0)
    let codes = Self.codes(everywhere)
    var entries = everywhere.isEmpty ? [] : [SuppressionSidecar.Addition(rules: codes)]
    var seen: Set<SuppressionSidecar.Lines> = []
    for name in lines.compactMap(\.self) where seen.insert(name).inserted {
      let rules = Self.codes(zip(places, lines).filter { $0.1 == name }.map(\.0)).filter { !codes.contains($0) }
      if !rules.isEmpty { entries.append(.init(rules: rules, lines: name)) }
    }
    return entries
  }

  private static func codes(_ places: [SuppressionPlace]) -> [String] {
    Set(places.map(\.finding.code)).sorted()
  }
}

/// Where a suppression of a finding would stand.
private struct SuppressionPlace {
  let finding: Finding
  /// The one line it is about, or `nil` where that is the whole file, or many lines.
  let line: Int?

  init(_ finding: Finding, in source: SourceText) {
    self.finding = finding
    let lines = Set(finding.places.map { source.lineIndex(at: $0.start) })
    line = finding.range.isEmpty || lines.count > 1 ? nil : lines.first
  }
}
