/// A text that knows its tokens: the count of any range of it, and of the whole after each change, without counting
/// it all again.
///
/// One pass over the text leaves a checkpoint behind every few hundred bytes. A range is then counted from the
/// checkpoints inside it and the bytes at its two edges; an edit counts again from the last checkpoint that it
/// cannot have changed to the first at which the old splitting and the new one meet.
///
/// Every number is the one that ``Tokenizer/count(_:)-(Span<UInt8>)`` has for the same bytes. Why that is so:
/// `Documentation/Design/0008-counting-parts-of-a-text.md`.
public struct CountedText: Sendable {
  /// What counts the text.
  public let tokenizer: Tokenizer
  /// The text.
  public private(set) var utf8: [UInt8]
  private(set) var checkpoints: Checkpoints
  /// Whether parts can be counted without the rest; otherwise every answer is a count of all the bytes asked for.
  private var isLocal: Bool

  /// Counts a text.
  ///
  /// - Complexity: O(*n*) in bytes. The checkpoints take a sixteenth of the memory of the text.
  public init(_ utf8: [UInt8] = [], _ tokenizer: Tokenizer) {
    self.init(utf8, tokenizer, isLocal: tokenizer.countsParts(of: utf8.span))
  }

  /// Counts a string.
  public init(_ text: String, _ tokenizer: Tokenizer) {
    self.init(Array(text.utf8), tokenizer)
  }

  init(_ utf8: [UInt8], _ tokenizer: Tokenizer, isLocal: Bool, spacing: Int = Checkpoints.usualSpacing) {
    self.tokenizer = tokenizer
    self.utf8 = utf8
    self.isLocal = isLocal
    guard isLocal else {
      checkpoints = Checkpoints(end: utf8.count, total: tokenizer.count(utf8.span))
      return
    }
    checkpoints = Self.withWalk(utf8, tokenizer, reading: utf8.count) { Checkpoints(&$0, spacing: spacing) }
  }

  /// The number of tokens of the text.
  ///
  /// - Complexity: O(1).
  public var count: Int { checkpoints.total }

  /// The number of tokens that the bytes in `range` have as a text of their own.
  ///
  /// - Precondition: `range` is within the text. It may begin and end inside a character.
  /// - Complexity: O(log *n*) and a few hundred bytes at each edge. An edge inside a piece that is longer costs the
  ///   bytes of that piece within the range; one inside a run that is split in groups from its start, as digits are
  ///   by threes, costs the bytes of the run within the range.
  public func count(in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= utf8.count, "the range is outside the text")
    guard isLocal, isNormal(range) else { return tokenizer.count(utf8[range]) }
    return Self.withWalk(utf8, tokenizer, reading: min(range.count, 2 * Checkpoints.usualSpacing)) {
      IndexedText($0, checkpoints).count(in: range)
    }
  }

  // MARK: Changes

  /// Puts `replacement` in the place of `range`.
  ///
  /// - Precondition: `range` is within the text.
  /// - Complexity: O(bytes of the replacement, and of the pieces that the change reaches), and moving the bytes and
  ///   checkpoints behind it in memory.
  public mutating func replace(_ range: Range<Int>, with replacement: Span<UInt8>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= utf8.count, "the range is outside the text")
    let replacement = replacement.indices.map { replacement[$0] }
    let settled = isLocal ? lastSettled(before: range.lowerBound) : 0
    utf8.replaceSubrange(range, with: replacement)
    let changed = range.lowerBound..<(range.lowerBound + replacement.count)
    if isLocal, staysNormal(changed) {
      recount(changed, replaced: range.count, from: settled)
    } else {
      self = CountedText(utf8, tokenizer)
    }
  }

  /// Puts a string in the place of `range`.
  public mutating func replace(_ range: Range<Int>, with replacement: String) {
    replace(range, with: Array(replacement.utf8).span)
  }

  /// Adds bytes at the end.
  ///
  /// - Complexity: O(bytes added, and of the pieces at the end that they may change), amortised: a conversation of
  ///   many messages costs what its text costs, and a constant for each message.
  public mutating func append(_ addition: Span<UInt8>) {
    replace(utf8.count..<utf8.count, with: addition)
  }

  /// Adds a string at the end.
  public mutating func append(_ addition: String) {
    replace(utf8.count..<utf8.count, with: addition)
  }

  private func lastSettled(before offset: Int) -> Int {
    Self.withWalk(utf8, tokenizer, reading: 0) { checkpoints.lastSettled(by: offset, in: $0) } ?? 0
  }

  private mutating func recount(_ changed: Range<Int>, replaced: Int, from settled: Int) {
    let reading = changed.upperBound - checkpoints.offsets[settled] + Checkpoints.usualSpacing
    checkpoints = Self.withWalk(utf8, tokenizer, reading: reading) {
      checkpoints.recounted($0, from: settled, changed: changed, replaced: replaced)
    }
  }

  // MARK: Normal forms

  /// Whether the bytes in `range` are in the encoding's normal form, when the text is: not where a scalar is cut.
  private func isNormal(_ range: Range<Int>) -> Bool {
    !tokenizer.encoding.changesText || [range.lowerBound, range.upperBound].allSatisfy(isScalarEdge)
  }

  private func isScalarEdge(_ offset: Int) -> Bool { offset == utf8.count || utf8[offset] & 0xC0 != 0x80 }

  /// Whether the text is still in the encoding's normal form after a change. No form joins an ASCII character to the
  /// one before it, so what lies between two of them tells.
  private func staysNormal(_ changed: Range<Int>) -> Bool {
    guard tokenizer.encoding.changesText else { return true }
    var start = changed.lowerBound
    var end = changed.upperBound
    while start > 0, utf8[start - 1] >= 0x80 { start -= 1 }
    while end < utf8.count, utf8[end] >= 0x80 { end += 1 }
    return tokenizer.countsParts(of: utf8[max(0, start - 1)..<end].span)
  }

  private static func withWalk<Result>(
    _ utf8: [UInt8], _ tokenizer: Tokenizer, reading: Int, _ body: (inout PieceWalk) -> Result
  ) -> Result {
    unsafe utf8.withUnsafeBufferPointer { unsafe tokenizer.withWalk($0, reading: reading, body) }
  }
}
