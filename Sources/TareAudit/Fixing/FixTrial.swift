import TarePrompts
import TareText

/// Looks for the largest set of edits that, made together, do no harm.
///
/// All are tried at once. When that fails, the edit nearest to the harm is left out and the rest tried again, a few times,
/// which finds the odd one among many; then halves are tried, each on top of what was accepted before.
struct FixTrial {
  /// Edits that are made together or not at all.
  struct Unit {
    /// The finding they belong to, as an index.
    let finding: Int
    let edits: [Edit]
    /// What goes altogether.
    let deletions: [SourceRange]

    /// Whether an edit leaves nothing of a block that is to stay, which no trial has to find out.
    ///
    /// - Complexity: O(log *b* + *d*) in blocks and blocks that are deleted.
    func losesBlocks(of document: PromptDocument) -> Bool {
      edits.contains { edit in
        edit.replacement.isEmpty
          && document.blocks(beginningIn: edit.range).contains { block in
            !block.range.isEmpty && edit.range.contains(block.range)
              && !deletions.contains { $0.contains(block.range.start) }
          }
      }
    }
  }

  /// What becomes of a text with edits made.
  enum Outcome {
    case harmless
    /// Something is lost, first what stood at an offset of the text as it was; `nil` where that is not known.
    case harmful(at: Int?)
  }

  /// The edits that were accepted, by finding.
  private(set) var accepted: [Int: [Edit]] = [:]
  /// How many sets were tried.
  private(set) var count = 0
  private var acceptedUnits: [Unit] = []
  private var guesses = 0
  private let limit: Int
  private let outcome: ([Unit]) -> Outcome

  /// How often the edit nearest to the harm is left out.
  private static let mostGuesses = 4

  /// A trial of at most `limit` sets.
  init(limit: Int, outcome: @escaping ([Unit]) -> Outcome) {
    self.limit = limit
    self.outcome = outcome
  }

  /// The parts of a finding's fix that can be made by themselves.
  static func units(of finding: Finding, _ index: Int) -> [Unit] {
    guard let fix = finding.fix else { return [] }
    guard fix.isDivisible else { return [Unit(finding: index, edits: fix.edits, deletions: fix.deletions)] }
    return fix.edits.map { Unit(finding: index, edits: [$0], deletions: []) }
  }

  mutating func accept(_ units: ArraySlice<Unit>) {
    guard !units.isEmpty, count < limit else { return }
    count += 1
    switch outcome(acceptedUnits + units) {
    case .harmless: take(units)
    case .harmful(let offset?) where units.count > 1 && guesses < Self.mostGuesses:
      guesses += 1
      let nearest = Self.index(in: units, nearestTo: offset)
      accept((units[..<nearest] + units[(nearest + 1)...])[...])
      // It did harm together with others, of which one may have been left out too.
      if guesses > 1, !acceptedUnits.isEmpty { accept([units[nearest]]) }
    case .harmful where units.count > 1:
      let middle = units.startIndex + units.count / 2
      accept(units[..<middle])
      accept(units[middle...])
    case .harmful: break
    }
  }

  private mutating func take(_ units: ArraySlice<Unit>) {
    acceptedUnits += units
    for unit in units { accepted[unit.finding, default: []] += unit.edits }
  }

  /// The last unit that begins in front of `offset` or at it, or else the first.
  private static func index(in units: ArraySlice<Unit>, nearestTo offset: Int) -> Int {
    units.indices.last { units[$0].edits.first.map { $0.range.start <= offset } ?? false } ?? units.startIndex
  }
}
