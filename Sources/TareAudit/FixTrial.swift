import TareText

/// Looks for the largest set of edits that, made together, do no harm.
///
/// All are tried at once; only when that fails are they halved, each half tried on top of what was accepted before.
struct FixTrial {
  /// Edits that are made together or not at all.
  struct Unit {
    /// The finding they belong to, as an index.
    let finding: Int
    let edits: [Edit]
    /// What goes altogether.
    let deletions: [SourceRange]
  }

  /// The edits that were accepted, by finding.
  private(set) var accepted: [Int: [Edit]] = [:]
  /// How many sets were tried.
  private(set) var count = 0
  private var acceptedUnits: [Unit] = []
  private let limit: Int
  private let isHarmless: ([Unit]) -> Bool

  /// A trial of at most `limit` sets.
  init(limit: Int, isHarmless: @escaping ([Unit]) -> Bool) {
    self.limit = limit
    self.isHarmless = isHarmless
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
    if isHarmless(acceptedUnits + units) {
      acceptedUnits += units
      for unit in units { accepted[unit.finding, default: []] += unit.edits }
    } else if units.count > 1 {
      let middle = units.startIndex + units.count / 2
      accept(units[..<middle])
      accept(units[middle...])
    }
  }
}
