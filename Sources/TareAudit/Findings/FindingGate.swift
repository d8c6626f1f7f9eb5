import TarePrompts
import TareText

/// Decides which findings of one state of a file are reported: not what was let be, not what is known, and, where only
/// changed lines are looked at, nothing else.
struct FindingGate {
  private(set) var suppressions: Suppressions
  private var known: KnownFindings
  private let changed: ChangedLines?
  private let source: SourceText
  /// What is known and was found again.
  private(set) var knownFindings: [Finding] = []

  init(
    _ document: PromptDocument, suppressions: Suppressions, known: [Baseline.Entry], since base: SourceText??
  ) {
    self.suppressions = suppressions
    self.known = KnownFindings(known)
    changed = base.map { ChangedLines(of: document.source, since: $0) }
    source = document.source
  }

  /// Whether every finding is reported.
  var isOpen: Bool { suppressions.isEmpty && known.isEmpty && changed == nil }

  /// What of `findings`, which are verified, is reported. What lost some of its places is verified again.
  mutating func reported(_ findings: [Finding], verify: (Finding) -> Finding?) -> [Finding] {
    guard !isOpen else { return findings }
    return findings.compactMap { finding in
      guard let rest = suppressions.remaining(of: finding).flatMap({ new(inChangedLines($0)) }) else { return nil }
      return rest == finding ? rest : verify(rest)
    }
  }

  /// Findings of suppressions themselves, which nothing can let be.
  mutating func reportedAsTheyAre(_ findings: [Finding]) -> [Finding] {
    findings.compactMap { new(inChangedLines($0)) }
  }

  /// What is known and was not found.
  var unseen: [Baseline.Entry] { known.unseen }

  private func inChangedLines(_ finding: Finding) -> Finding? {
    guard let changed else { return finding }
    let rest = finding.remaining { !changed.touches($0) }
    return rest?.notingWhatIsOut(of: finding, "in unchanged lines")
  }

  private mutating func new(_ finding: Finding?) -> Finding? {
    guard let finding else { return nil }
    guard let rest = known.remaining(of: finding, in: source) else {
      knownFindings.append(finding)
      return nil
    }
    return rest.notingWhatIsOut(of: finding, "known")
  }
}
