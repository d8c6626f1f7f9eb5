public import TareText

extension JSONValue {
  /// The bytes that have to go so that the members of an object, or the elements of an array, at `positions` are gone
  /// and the rest is JSON still: the values with one comma each.
  ///
  /// - Parameter positions: Places among the members or elements, from 0, in any order.
  /// - Complexity: O(*n*) in the members or elements.
  public func deletionRanges(of positions: [Int]) -> [SourceRange] {
    let ranges = kind == .object ? members.map(\.range) : elements.map(\.range)
    let gone = Set(positions)
    var deletions: [SourceRange] = []
    var start = 0
    while start < ranges.count {
      guard gone.contains(start) else {
        start += 1
        continue
      }
      var end = start
      while end + 1 < ranges.count, gone.contains(end + 1) { end += 1 }
      deletions.append(deletion(of: start...end, in: ranges))
      start = end + 1
    }
    return deletions
  }

  /// Neighbours that go together, with the comma before them, or that behind them where nothing stands before.
  private func deletion(of run: ClosedRange<Int>, in ranges: [SourceRange]) -> SourceRange {
    let (first, last) = (ranges[run.lowerBound], ranges[run.upperBound])
    if run.lowerBound > 0 { return SourceRange(ranges[run.lowerBound - 1].end, last.end) }
    let next = run.upperBound + 1
    return SourceRange(first.start, next < ranges.count ? ranges[next].start : last.end)
  }
}
