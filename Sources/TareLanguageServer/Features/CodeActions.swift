import TareAudit
import TareJSON
import TarePrompts
import TareReports
import TareText

/// The kinds of action the server offers, by the protocol's names.
enum CodeActionKind: String {
  /// Mends one finding.
  case quickFix = "quickfix"
  /// Makes every safe fix of the file.
  case fixAll = "source.fixAll.tare"

  /// Whether the editor wants this kind: it names kinds by how they begin, and all of them by naming none.
  func isWanted(_ only: JSONValue?) -> Bool {
    guard let only, !only.isNull else { return true }
    return only.elements.compactMap(\.string).contains { rawValue == $0 || rawValue.hasPrefix("\($0).") }
  }
}

extension LanguageServer {
  /// The answer to `textDocument/codeAction`: the fixes of the findings that the selection touches, and all safe ones.
  mutating func codeActions(_ parameters: JSONValue?) throws(ResponseError) -> (inout JSONWriter) -> Void {
    let document = try document(parameters)
    guard let range = client.encoding.range(parameters?["range"], in: document.source) else {
      throw .invalidParameters("the request has no range")
    }
    guard let inspection = inspection(of: document.uri) else { return { $0.array { _ in } } }
    let only = parameters?["context"]?["only"]
    var actions: [CodeAction] = []
    if CodeActionKind.quickFix.isWanted(only) { actions += quickFixes(inspection, document, touching: range) }
    if CodeActionKind.fixAll.isWanted(only) { actions += fixAll(inspection, document) }
    if CodeActionKind.quickFix.isWanted(only) { actions += comments(inspection, document, touching: range) }
    let written = actions.map { json(of: $0, document) }
    return { writer in writer.array { array in for action in written { array.raw(action[...]) } } }
  }

  private func quickFixes(
    _ inspection: Inspection, _ document: OpenDocument, touching range: SourceRange
  ) -> [CodeAction] {
    inspection.audit.findings.compactMap { finding in
      guard let fix = finding.fix, finding.range.start <= range.end, range.start <= finding.range.end else {
        return nil
      }
      let note = fix.safety == .unsafe ? " (unsafe: read it first)" : ""
      return CodeAction(
        title: "\(finding.code): \(fix.message), \(inspection.report.saving(of: finding, in: inspection.audit))\(note)",
        kind: .quickFix, change: .document(fix.edits), isPreferred: fix.safety == .safe,
        diagnostic: diagnostic(finding, inspection, document))
    }
  }

  /// Comments that let findings be, with what they cost.
  private func comments(_ inspection: Inspection, _ document: OpenDocument, touching range: SourceRange) -> [CodeAction]
  {
    inspection.audit.findings.compactMap { finding in
      guard finding.range.start <= range.end, range.start <= finding.range.end else { return nil }
      guard let comment = inspection.auditor.comment(lettingBe: finding, in: inspection.audit, inspection.context)
      else { return entry(lettingBe: finding, inspection, document) }
      let tokens = "\(comment.tokens.grouped) \(comment.tokens == 1 ? "token" : "tokens")"
      let cost = comment.tokens > 0 ? ", which sends \(tokens)" : ""
      return CodeAction(
        title: "\(finding.code): let it be with a comment\(cost)", kind: .quickFix, change: .document([comment.edit]),
        isPreferred: false, diagnostic: diagnostic(finding, inspection, document))
    }
  }

  /// An entry in the file beside, for a finding that no comment can let be.
  private func entry(lettingBe finding: Finding, _ inspection: Inspection, _ document: OpenDocument) -> CodeAction? {
    guard document.uri.hasPrefix("file://"), inspection.sidecar != nil || client.createsFiles,
      let addition = inspection.auditor.entry(lettingBe: finding, in: inspection.audit),
      let after = try? SuppressionSidecar.adding([addition], because: nil, to: inspection.sidecar ?? [])
    else { return nil }
    return CodeAction(
      title: "\(finding.code): let it be in \(SuppressionSidecar.path(beside: LexicalPath(document.path).name))",
      kind: .quickFix, change: .sidecar(before: inspection.sidecar, after: after), isPreferred: false,
      diagnostic: diagnostic(finding, inspection, document))
  }

  private func fixAll(_ inspection: Inspection, _ document: OpenDocument) -> [CodeAction] {
    let fixed = inspection.auditor.fixed(
      path: document.path, bytes: document.source.utf8, upTo: .safe, in: inspection.context)
    guard let fixed, fixed.hasChanges else { return [] }
    let saved = fixed.applied.reduce(0) { $0 + $1.saving }
    return [
      CodeAction(
        title: "Make all safe fixes, saving \(saved.grouped) \(saved == 1 ? "token" : "tokens")", kind: .fixAll,
        change: .document(
          LineDiff(before: fixed.before, after: fixed.after).edits(before: fixed.before, after: fixed.after)),
        isPreferred: false, diagnostic: nil)
    ]
  }

  private func json(of action: CodeAction, _ document: OpenDocument) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.member("title", action.title)
      object.member("kind", action.kind.rawValue)
      if let diagnostic = action.diagnostic { object.array("diagnostics") { $0.raw(diagnostic[...]) } }
      if action.isPreferred { object.member("isPreferred", true) }
      object.object("edit") { edit in
        switch action.change {
        case .document(let edits): write(edits, document, to: &edit)
        case .sidecar(let before, let after): writeSidecar(before, after, beside: document, to: &edit)
        }
      }
    }
    return writer.bytes
  }

  /// A `WorkspaceEdit`; one that names its version is refused by the editor when the document has moved on.
  private func write(_ edits: [Edit], _ document: OpenDocument, to object: inout JSONWriter) {
    guard client.takesVersionedEdits else {
      object.object("changes") { $0.array(document.uri) { write(edits, document.source, to: &$0) } }
      return
    }
    object.array("documentChanges") { changes in
      changes.object { change in
        change.object("textDocument") {
          $0.member("uri", document.uri)
          $0.member("version", document.version)
        }
        change.array("edits") { write(edits, document.source, to: &$0) }
      }
    }
  }

  /// A `WorkspaceEdit` of the file beside `document`: what is new stands at its end.
  private func writeSidecar(
    _ before: [UInt8]?, _ after: [UInt8], beside document: OpenDocument, to object: inout JSONWriter
  ) {
    let uri = SuppressionSidecar.path(beside: document.uri)
    guard let source = try? SourceText(before ?? []) else { return }
    let added = Edit(SourceRange(source.utf8.count, source.utf8.count), replacement: Array(after[source.utf8.count...]))
    guard client.createsFiles else {
      object.object("changes") { $0.array(uri) { write([added], source, to: &$0) } }
      return
    }
    object.array("documentChanges") { changes in
      if before == nil {
        changes.object {
          $0.member("kind", "create")
          $0.member("uri", uri)
        }
      }
      changes.object { change in
        change.object("textDocument") {
          $0.member("uri", uri)
          $0.member("version", raw: Array("null".utf8)[...])
        }
        change.array("edits") { write([added], source, to: &$0) }
      }
    }
  }

  private func write(_ edits: [Edit], _ source: SourceText, to array: inout JSONWriter) {
    for edit in edits {
      array.object { object in
        client.encoding.write(edit.range, in: source, "range", to: &object)
        object.member("newText", String(decoding: edit.replacement, as: UTF8.self))
      }
    }
  }
}

/// Something the user may have done.
private struct CodeAction {
  let title: String
  let kind: CodeActionKind
  let change: Change
  let isPreferred: Bool
  /// What it mends, written out.
  let diagnostic: [UInt8]?

  /// What it changes.
  enum Change {
    /// The document.
    case document([Edit])
    /// The file beside it, which may not be there yet.
    case sidecar(before: [UInt8]?, after: [UInt8])
  }
}
