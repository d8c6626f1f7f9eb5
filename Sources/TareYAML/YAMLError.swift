/// Why bytes are no YAML document.
public struct YAMLError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Code: Sendable, Hashable {
    /// The bytes break YAML's grammar, or hold what no YAML may hold.
    case malformed
    /// Keys of one mapping are the same.
    case duplicateKeys
  }

  /// What is wrong.
  public let code: Code
  /// The line where it is, from 0, or `nil` where the parser does not say.
  public let line: Int?
  /// In words, without the place.
  public let reason: String
}

extension YAMLError: CustomStringConvertible {
  /// One sentence with the line, counted from 1.
  public var description: String { line.map { "line \($0 + 1): \(reason)" } ?? reason }
}
