/// A stretch of a text that may have to change, together with what it may change with.
struct UnsettledStretch {
  let range: Range<Int>
  /// Whether it is a run without a boundary that is longer than ICU should be given; see ``LongRun``.
  var isLong = false
}

/// The stretches of a text that are not settled, in order.
///
/// ```
/// settled settled e ´ settled settled ... settled q ¨ ^ ¨ ^ ¨ ^ settled
///                 └───┘                           └───────────┘
/// ```
/// A stretch begins with the last settled scalar in front of it, which may compose with what follows, and ends in front
/// of the next settled one. There, as in front of any scalar with a boundary before it and around broken bytes, a text
/// can be cut and both sides normalized by themselves.
@safe struct UnsettledStretches {
  /// Fewer settled bytes do not end a stretch; it is quicker to let ICU run on than to call it again.
  static let shortestBetween = 64
  /// A stretch is cut at a boundary when it is longer than this, so that results stay small.
  static let longestStretch = 1 << 15
  /// A longer run without a boundary is kept from ICU, whose reordering takes quadratic time.
  static let longestRun = 96
  /// ICU is asked for a boundary when none is known in so many bytes.
  static let longestUnknown = 48

  private let normalizer: Normalizer
  private let settled: SettledText
  /// Where the search goes on, and where the last stretch ended.
  private var start = 0

  init(_ settled: SettledText, _ normalizer: Normalizer) {
    self.settled = settled
    self.normalizer = normalizer
  }

  mutating func next() -> UnsettledStretch? {
    let count = settled.count
    let end = settled.settledEnd(from: start, limit: count)
    guard end < count else { return nil }
    let first = end == start ? start : settled.scalarStart(endingAt: end, notBefore: start)
    let stretch = stretch(from: first, at: end)
    start = stretch.range.upperBound
    return stretch
  }

  /// The stretch that begins at `start` with what is before `offset`, where something unsettled stands.
  private func stretch(from start: Int, at offset: Int) -> UnsettledStretch {
    let count = settled.count
    var boundary = start
    var at = offset
    while at < count {
      let end = settled.settledEnd(from: at, limit: min(at + Self.shortestBetween, count))
      if end > at {
        if end - at >= Self.shortestBetween || end == count { return UnsettledStretch(range: start..<at) }
        boundary = settled.scalarStart(endingAt: end, notBefore: at)
        at = end
        continue
      }
      guard let scalar = unsafe UTF8Scalar(settled.text, at: at) else {
        at += 1
        boundary = at
        continue
      }
      if at - boundary > Self.longestUnknown, normalizer.hasBoundary(before: scalar.value) { boundary = at }
      if at - boundary > Self.longestRun {
        return boundary > start ? UnsettledStretch(range: start..<boundary) : longRun(from: start, at: at)
      }
      if boundary - start > Self.longestStretch { return UnsettledStretch(range: start..<boundary) }
      at += scalar.length
    }
    return UnsettledStretch(range: start..<count)
  }

  /// The run from `start` to the first boundary behind `offset`.
  private func longRun(from start: Int, at offset: Int) -> UnsettledStretch {
    var at = offset
    while at < settled.count, let scalar = unsafe UTF8Scalar(settled.text, at: at) {
      if normalizer.hasBoundary(before: scalar.value) { break }
      at += scalar.length
    }
    return UnsettledStretch(range: start..<at, isLong: true)
  }
}
