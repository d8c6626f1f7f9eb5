/// A half-open range of UTF-8 offsets into one text.
///
/// Offsets, not `String.Index`: they are what every stage passes on, they survive being written to JSON, and a
/// line and column are made from them only when something is shown.
public struct SourceRange: Sendable, Hashable {
  /// The offset of the first byte.
  public let start: Int
  /// The offset behind the last byte; never below `start`.
  public let end: Int

  /// The range from `start` up to, not including, `end`.
  ///
  /// - Precondition: `0 <= start <= end`.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a source range runs forwards from a non-negative offset")
    self.start = start
    self.end = end
  }

  /// The number of bytes covered.
  public var length: Int { end - start }
  /// Whether no byte is covered; an empty range still has a place, as an insertion has.
  public var isEmpty: Bool { start == end }

  /// Whether every byte of `other` lies in this range.
  public func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }
  /// Whether the byte at `offset` lies in this range.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
}

extension SourceRange: Comparable {
  /// Orders by start, then by end, which is the order in which findings are shown.
  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
