import TarePrompts
import TareText

/// Brings what one rule found in the prompts of a file to the places of the file, with those fixes that the file can take:
/// written with its escapes and its indentation, read again, and nothing but the prompts changed.
struct EmbeddedFixes {
  private let file: AuditedFile

  init(_ file: AuditedFile) { self.file = file }

  /// The findings in the file; their removals stay edits of the prompt.
  func placed(_ findings: [Finding]) -> [Finding] {
    let document = file.document
    let units = findings.enumerated().flatMap { index, finding in
      FixTrial.units(of: finding, index).filter { unit in
        unit.edits.allSatisfy { Self.sourceEdit($0, finding, document) != nil }
      }
    }
    var trial = FixTrial(limit: FixVerifier.trialLimit(forLength: document.source.utf8.count)) { units in
      document.applying(units.flatMap { Self.edits(of: $0, findings) }) != nil ? .harmless : .harmful(at: nil)
    }
    if !units.isEmpty { trial.accept(units[...]) }
    return findings.enumerated().map { index, finding in
      guard let prompt = finding.prompt else { return finding }
      let kept = finding.restricted(to: trial.accepted[index] ?? [], file.prompts[prompt].recount)
      return kept.placed(at: document.embedded[prompt].sourceRange(of: kept.range)) {
        Self.sourceEdit($0, finding, document)
      }
    }
  }

  private static func edits(of unit: FixTrial.Unit, _ findings: [Finding]) -> [PromptDocument.EmbeddedEdit] {
    findings[unit.finding].prompt.map { prompt in unit.edits.map { .init(prompt, $0) } } ?? []
  }

  private static func sourceEdit(_ edit: Edit, _ finding: Finding, _ document: PromptDocument) -> Edit? {
    finding.prompt.flatMap { document.sourceEdit(.init($0, edit)) }
  }
}
