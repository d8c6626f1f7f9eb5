/// A place as people and editors name it: made from an offset when something is shown, never stored.
public struct SourceLocation: Sendable, Hashable {
  /// The line, from 1. A line ends behind LF, CRLF or a lone CR.
  public let line: Int
  /// The column, from 1, in Unicode scalars, as ruff, SARIF's `unicodeCodePoints` and most terminals count.
  public let column: Int

  /// A place from its line and column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of an offset in a text that is looked at once, as for an error; ``SourceText`` keeps its line starts
  /// for those who ask often.
  ///
  /// A byte order mark takes no column. An offset outside the text is shown as its nearest end.
  /// - Complexity: O(*n*) in the bytes before `offset`.
  public init(of offset: Int, in utf8: Span<UInt8>) {
    let end = min(max(offset, 0), utf8.count)
    var (line, start) = (1, startsWithByteOrderMark(utf8) ? min(3, end) : 0)
    for index in 0..<end where endsLine(utf8, at: index) {
      line += 1
      start = index + 1
    }
    var column = 1
    for index in start..<end where utf8[index] & 0xC0 != 0x80 { column += 1 }
    self.init(line: line, column: column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `line:column`, as editors take it.
  public var description: String { "\(line):\(column)" }
}

/// Whether a line ends behind `index`: at LF, also that of CRLF, and at a lone CR.
func endsLine(_ utf8: Span<UInt8>, at index: Int) -> Bool {
  let byte = utf8[index]
  return byte == 0x0A || (byte == 0x0D && (index + 1 == utf8.count || utf8[index + 1] != 0x0A))
}

func startsWithByteOrderMark(_ utf8: Span<UInt8>) -> Bool {
  utf8.count >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF
}
