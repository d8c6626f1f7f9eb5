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
}

extension SourceLocation: CustomStringConvertible {
  /// `line:column`, as editors take it.
  public var description: String { "\(line):\(column)" }
}
