/// A text that is known to be valid UTF-8, with its line starts.
///
/// Bytes are kept as they came: a byte order mark, CRLF and a missing last newline are all still there, because
/// whatever a fix does not touch must come out as it went in.
public struct SourceText: Sendable, Hashable {
  /// The bytes of the text, valid UTF-8, byte order mark included.
  public let utf8: [UInt8]
  /// The offset at which each line begins; never empty, and the first is 0.
  public let lineStarts: [Int]

  /// The text in `bytes`.
  ///
  /// - Throws: ``InvalidUTF8`` with the offset of the first byte that does not belong.
  /// - Complexity: O(*n*) in bytes.
  public init(_ bytes: [UInt8]) throws(InvalidUTF8) {
    if let offset = firstInvalidOffset(in: bytes.span) {
      throw InvalidUTF8(offset: offset, byte: bytes[offset])
    }
    self.init(valid: bytes)
  }

  /// The text of a string, which is valid UTF-8 by construction.
  public init(_ string: String) {
    self.init(valid: Array(string.utf8))
  }

  private init(valid bytes: [UInt8]) {
    utf8 = bytes
    lineStarts = offsetsOfLineStarts(in: bytes.span)
  }

  /// The number of bytes in the byte order mark at the start: 3 or 0.
  public var byteOrderMarkLength: Int {
    utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The whole text.
  public var range: SourceRange { SourceRange(0, utf8.count) }

  /// The number of lines; a final newline does not open another line.
  public var lineCount: Int {
    let last = lineStarts[lineStarts.count - 1]
    return last == utf8.count && lineStarts.count > 1 ? lineStarts.count - 1 : lineStarts.count
  }

  /// The bytes of line `index` (from 0) with its line ending.
  ///
  /// - Precondition: `0 <= index < lineStarts.count`.
  public func lineRange(_ index: Int) -> SourceRange {
    SourceRange(lineStarts[index], index + 1 < lineStarts.count ? lineStarts[index + 1] : utf8.count)
  }

  /// The bytes of line `index` (from 0) without its line ending.
  public func lineContentRange(_ index: Int) -> SourceRange {
    let line = lineRange(index)
    var end = line.end
    if end > line.start, utf8[end - 1] == 0x0A { end -= 1 }
    if end > line.start, utf8[end - 1] == 0x0D { end -= 1 }
    return SourceRange(line.start, end)
  }

  /// The line (from 0) that holds `offset`; the end of the text belongs to the last line.
  ///
  /// - Complexity: O(log *lines*).
  public func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Line and column of `offset`, for showing.
  ///
  /// A byte order mark takes no column. An offset behind the end is shown as the end.
  ///
  /// - Complexity: O(log *lines* + *c*) for *c* bytes between the start of the line and `offset`: whoever asks for many
  ///   places of one long line walks on from the last of them.
  public func location(of offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), utf8.count)
    let line = lineIndex(at: offset)
    let start = line == 0 ? min(byteOrderMarkLength, offset) : lineStarts[line]
    let scalars = utf8[start..<offset].count { $0 & 0xC0 != 0x80 }
    return SourceLocation(line: line + 1, column: scalars + 1)
  }

  /// The bytes of `range`.
  ///
  /// - Precondition: `range` lies in the text.
  public func bytes(in range: SourceRange) -> ArraySlice<UInt8> { utf8[range.start..<range.end] }

  /// The text of `range`; a range that cuts a scalar shows U+FFFD for the parts.
  public func string(in range: SourceRange) -> String { String(decoding: bytes(in: range), as: UTF8.self) }

  /// The whole text as a string.
  public var string: String { String(decoding: utf8, as: UTF8.self) }
}

/// Where a line begins: behind LF, behind CRLF, behind a lone CR, and at the start.
private func offsetsOfLineStarts(in utf8: Span<UInt8>) -> [Int] {
  var starts = [0]
  for index in utf8.indices where endsLine(utf8, at: index) { starts.append(index + 1) }
  return starts
}
