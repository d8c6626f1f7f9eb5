public import TareText

/// A pattern by which settings take files.
public struct FilePattern: Sendable, Hashable {
  /// The pattern.
  public let pattern: PathPattern
  /// Where what it is part of was written.
  public let place: SettingPlace
}

extension ConfigurationLayer {
  /// All patterns that take files which are looked at, in the order in which they were written.
  ///
  /// What is passed over or taken besides is not among them: nobody knows what might have been there.
  public var filePatterns: [FilePattern] {
    var found: [FilePattern] = []
    func add(_ patterns: [PathPattern], _ place: SettingPlace?) {
      guard let place else { return }
      found += patterns.map { FilePattern(pattern: $0, place: place) }
    }
    for ignore in perFileIgnores { add([ignore.files], ignore.place) }
    for override in overrides { add(override.files, override.place) }
    for budget in budgets { add(budget.files, budget.place) }
    for waiver in waivers { add([waiver.files], waiver.place) }
    for traffic in traffic { add([traffic.files], traffic.place) }
    for rule in rules { add(rule.files, rule.place) }
    return found.sorted { $0.position < $1.position }
  }
}

extension FilePattern {
  fileprivate var position: (Int, Int) { place.location.map { ($0.line, $0.column) } ?? (0, 0) }
}
