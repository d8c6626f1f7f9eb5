public import TareText

/// Ranges that do not overlap, in order, for looking up which one holds an offset.
public struct SortedRanges: Sendable {
  private let ranges: [SourceRange]

  /// Joins ranges that overlap.
  public init(_ unsorted: [SourceRange]) {
    var joined: [SourceRange] = []
    for range in unsorted.sorted() where !range.isEmpty {
      if let last = joined.last, range.start < last.end {
        joined[joined.count - 1] = SourceRange(last.start, max(last.end, range.end))
      } else {
        joined.append(range)
      }
    }
    ranges = joined
  }

  /// Whether one of the ranges holds the byte at `offset`.
  ///
  /// - Complexity: O(log *n*) in ranges.
  public func contains(_ offset: Int) -> Bool { range(around: offset) != nil }

  /// Whether one of the ranges holds the first byte of `range` and all others.
  ///
  /// - Complexity: O(log *n*) in ranges.
  func contains(_ range: SourceRange) -> Bool {
    self.range(around: range.start).map { range.end <= $0.end } ?? false
  }

  private func range(around offset: Int) -> SourceRange? {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].start <= offset ? ranges[low] : nil
  }
}
