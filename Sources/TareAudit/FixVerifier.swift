import TarePrompts
import TareText

/// Applies every proposed fix and keeps what saves tokens and breaks nothing.
struct FixVerifier {
  let document: PromptDocument
  let recount: Recount
  private let structure: PromptStructure
  /// The bytes that were counted over again for the last rule, once for all encodings.
  private(set) var recountedBytes = 0
  /// How often the last rule's fixes were tried on the whole document.
  private(set) var trialCount = 0

  /// How often one rule's fixes may be tried on the whole document to find the ones that break its structure.
  private static let trialLimit = 48
  /// How many bytes those trials may read together; a file of which that is less than ``leastTrials`` times the length
  /// is tried that often all the same.
  private static let trialBytes = 16 << 20
  private static let leastTrials = 8
  /// How many times the length of the document may be counted over again for one rule.
  private static let recountLimit = 64

  init(_ document: PromptDocument, _ recount: Recount) {
    self.document = document
    self.recount = recount
    structure = PromptStructure(of: document)
  }

  /// How often a document of `length` bytes may be tried: each trial reads all of it.
  static func trialLimit(forLength length: Int) -> Int {
    max(leastTrials, min(trialLimit, trialBytes / max(length, 1)))
  }

  /// The findings of one rule with what the recount says of them.
  ///
  /// A finding whose fix, or whose waste taken away, does not lower the count in every encoding is dropped. One whose fix
  /// would change the structure stays, without the fix. Past a multiple of the document's length no further fix is counted, and the
  /// findings that are left are dropped too: only a hostile file has so many.
  mutating func verified(_ findings: [Finding]) -> [Finding] {
    recountedBytes = 0
    let saving = findings.compactMap { finding in
      finding.removal.isEmpty ? finding : counted(finding, finding.fix, finding.removal)
    }
    var trial = Trial(document, structure, limit: Self.trialLimit(forLength: document.source.utf8.count))
    let units = saving.enumerated().flatMap { index, finding in Trial.units(of: finding, index) }
    trial.accept(units[...])
    trialCount = trial.count
    return saving.enumerated().compactMap { index, finding in
      finding.fix == nil ? finding : restricted(finding, to: trial.accepted[index] ?? [])
    }
  }

  /// The finding with its recounted saving, or `nil` where an encoding gains nothing.
  private mutating func counted(_ finding: Finding, _ fix: Fix?, _ edits: [Edit]) -> Finding? {
    recountedBytes += recount.cost(of: edits)
    guard recountedBytes <= Self.recountLimit * (document.source.utf8.count + 1_024) else { return nil }
    let savings = recount.savings(of: edits)
    guard let primary = savings.first, savings.allSatisfy({ $0 >= finding.leastSaving }) else { return nil }
    return finding.verified(saving: primary, fix: fix, removal: edits)
  }

  /// The finding with those of its edits that leave the structure whole.
  private mutating func restricted(_ finding: Finding, to edits: [Edit]) -> Finding? {
    guard let fix = finding.fix, edits.count < fix.edits.count else { return finding }
    let whole = finding.verified(saving: finding.tokens, fix: nil, removal: fix.edits)
    return edits.isEmpty ? whole : counted(finding, fix.keeping(edits), edits) ?? whole
  }
}

/// Looks for the largest set of edits that, made together, leave the structure of a document whole.
///
/// All are tried at once; only when that fails are they halved, each half tried on top of what was accepted before.
private struct Trial {
  /// Edits that are made together or not at all.
  struct Unit {
    let finding: Int
    let edits: [Edit]
    let deletions: [SourceRange]
  }

  private(set) var accepted: [Int: [Edit]] = [:]
  private var acceptedUnits: [Unit] = []
  private let document: PromptDocument
  private let structure: PromptStructure
  /// How many sets were tried.
  private(set) var count = 0
  private let limit: Int

  init(_ document: PromptDocument, _ structure: PromptStructure, limit: Int) {
    self.document = document
    self.structure = structure
    self.limit = limit
  }

  static func units(of finding: Finding, _ index: Int) -> [Unit] {
    guard let fix = finding.fix else { return [] }
    guard fix.isDivisible else { return [Unit(finding: index, edits: fix.edits, deletions: fix.deletions)] }
    return fix.edits.map { Unit(finding: index, edits: [$0], deletions: []) }
  }

  mutating func accept(_ units: ArraySlice<Unit>) {
    guard !units.isEmpty, count < limit else { return }
    count += 1
    if isHarmless(acceptedUnits + units) {
      acceptedUnits += units
      for unit in units { accepted[unit.finding, default: []] += unit.edits }
    } else if units.count > 1 {
      let middle = units.startIndex + units.count / 2
      accept(units[..<middle])
      accept(units[middle...])
    }
  }

  private func isHarmless(_ units: [Unit]) -> Bool {
    guard let text = try? document.source.applying(units.flatMap(\.edits)) else {
      // Edits that overlap each other cannot all be made; which of them, the halves will tell.
      return false
    }
    let file = PromptFile(path: document.path, source: text)
    guard let after = try? PromptDocument(parsing: file, as: document.format) else { return false }
    return structure.survives(as: PromptStructure(of: after), deleting: units.flatMap(\.deletions))
  }
}
