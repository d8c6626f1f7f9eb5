/// A program and its arguments, as a person writes them in one line.
///
/// Words are parted by blanks; quotes and backslashes hold blanks together as in a shell. Nothing else of a shell is
/// understood: no variables, patterns, pipes or substitutions, so that nothing but the program named is run.
public struct ProgramArguments: Sendable, Hashable {
  /// The program: a path, or a name that is looked for on the search path.
  public let program: String
  /// What it is given.
  public let arguments: [String]

  /// The words of `line`; `nil` where there is none, or a quotation does not end.
  public init?(_ line: String) {
    guard let words = Self.words(of: line), let first = words.first, !first.isEmpty else { return nil }
    program = first
    arguments = Array(words.dropFirst())
  }

  private static func words(of line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Unicode.Scalar?
    var rest = line.unicodeScalars.makeIterator()
    while let scalar = rest.next() {
      switch (scalar, quote) {
      case (_, scalar): quote = nil
      case ("\\", nil), ("\\", "\""?):
        guard let escaped = rest.next() else { return nil }
        // Between quotes a backslash is one unless it has something to hold back.
        if quote != nil, escaped != "\"", escaped != "\\" { word = (word ?? "") + "\\" }
        word = (word ?? "") + String(escaped)
      case ("\"", nil), ("'", nil): (quote, word) = (scalar, word ?? "")
      case (" ", nil), ("\t", nil), ("\n", nil):
        words += word.map { [$0] } ?? []
        word = nil
      default: word = (word ?? "") + String(scalar)
      }
    }
    return quote == nil ? words + (word.map { [$0] } ?? []) : nil
  }
}
