/// What a request says to the model and no published formula counts: what it is, how often it stands there, and by how
/// many tokens the count may be off for it.
public struct FormulaGaps: Sendable, Hashable {
  /// One kind of thing that no formula counts.
  public struct Gap: Sendable, Hashable {
    /// What it is, such as `response_format` or `tool calls`.
    public let name: String
    /// How often it stands in the request.
    public fileprivate(set) var occurrences: Int
    /// By how many tokens the count may differ for it.
    public fileprivate(set) var uncertain: Int
  }

  /// The gaps in the order in which they were come upon, each name once.
  public private(set) var gaps: [Gap] = []
  private var indexOfName: [String: Int] = [:]

  /// No gaps.
  public init() {}

  /// - Complexity: O(1) on average.
  mutating func add(_ name: String, _ count: MessageCount, occurrences: Int = 1) {
    guard count.uncertain > 0 else { return }
    if let index = indexOfName[name] {
      gaps[index].occurrences += occurrences
      gaps[index].uncertain += count.uncertain
    } else {
      indexOfName[name] = gaps.count
      gaps.append(Gap(name: name, occurrences: occurrences, uncertain: count.uncertain))
    }
  }

  static func += (left: inout FormulaGaps, right: FormulaGaps) {
    for gap in right.gaps {
      left.add(gap.name, MessageCount(uncertainTokens: gap.uncertain), occurrences: gap.occurrences)
    }
  }
}
