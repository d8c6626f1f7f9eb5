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
      finding.removal.isEmpty ? finding : counted(finding)
    }
    let (document, structure) = (document, structure)
    var trial = FixTrial(limit: Self.trialLimit(forLength: document.source.utf8.count)) { units in
      Self.outcome(of: units, document, structure)
    }
    let units = saving.enumerated().flatMap { index, finding in
      FixTrial.units(of: finding, index).filter { !$0.losesBlocks(of: document) }
    }
    trial.accept(units[...])
    trialCount = trial.count
    return saving.enumerated().map { index, finding in
      finding.restricted(to: trial.accepted[index] ?? [], recount)
    }
  }

  private static func outcome(
    of units: [FixTrial.Unit], _ document: PromptDocument, _ structure: PromptStructure
  ) -> FixTrial.Outcome {
    // Edits that overlap each other cannot all be made, and a text that cannot be read is none; which of them, the
    // halves will tell.
    guard let text = try? document.source.applying(units.flatMap(\.edits)),
      let after = try? document.structure(replacing: text)
    else { return .harmful(at: nil) }
    return structure.firstLoss(in: after, deleting: units.flatMap(\.deletions)).map { .harmful(at: $0) } ?? .harmless
  }

  /// The finding with its recounted saving, or `nil` where an encoding gains nothing.
  private mutating func counted(_ finding: Finding) -> Finding? {
    // A rule that wants a byte twice has said nothing that could be counted.
    guard zip(finding.removal, finding.removal.dropFirst()).allSatisfy({ $0.range.end <= $1.range.start }) else {
      return nil
    }
    recountedBytes += recount.cost(of: finding.removal)
    guard recountedBytes <= Self.recountLimit * (document.source.utf8.count + 1_024) else {
      return finding.withoutSaving
    }
    return finding.counted(recount, finding.fix, finding.removal) ?? finding.withoutSaving
  }
}

extension Finding {
  /// The finding with those edits of its fix that may be made, or without a fix where none may, or where what is left of
  /// it saves nothing.
  func restricted(to edits: [Edit], _ recount: Recount) -> Finding {
    guard let fix, edits.count < fix.edits.count else { return self }
    // They were accepted in the order in which they were tried.
    let edits = edits.sorted { $0.range < $1.range }
    let whole = withoutSaving ?? verified(saving: tokens, fix: nil, removal: fix.edits)
    return edits.isEmpty ? whole : counted(recount, fix.keeping(edits), edits) ?? whole
  }

  /// The finding with what `edits` save, or `nil` where that is too little in one of the encodings.
  fileprivate func counted(_ recount: Recount, _ fix: Fix?, _ edits: [Edit]) -> Finding? {
    let savings = recount.savings(of: edits)
    guard let primary = savings.first, savings.allSatisfy({ $0 >= leastSaving }) else { return nil }
    return verified(saving: primary, fix: fix, removal: edits)
  }
}
