/// One value of a YAML document: composed and never constructed, so that no scalar is typed by guesswork and `1.10`
/// stays what was written.
public struct YAMLNode: Sendable {
  /// What a value is.
  public enum Content: Sendable {
    /// The text of a scalar, unescaped and unfolded.
    case scalar(String)
    /// The items of a sequence.
    case sequence([YAMLNode])
    /// The pairs of a mapping, in the order of the document. No two keys are the same scalar.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  /// How a scalar is written.
  public enum Style: Sendable {
    /// Without marks.
    case plain
    /// Between `'`.
    case singleQuoted
    /// Between `"`.
    case doubleQuoted
    /// Behind `|`.
    case literal
    /// Behind `>`.
    case folded
  }

  /// What the value is. An alias is what its anchor stands for.
  public let content: Content
  /// The line on which the value begins, from 0; for an alias, that of its anchor.
  public let line: Int
  /// Where the value stands, in bytes, quotes and the marks of block scalars included; for an alias, where its anchor's
  /// value stands.
  public let range: Range<Int>
  /// How the value is written, where it is a scalar.
  public let style: Style?

  /// The text of a scalar, or `nil` where this is none.
  public var scalar: String? {
    if case .scalar(let text) = content { return text }
    return nil
  }
}

extension YAMLNode {
  /// The value of `key` in a mapping.
  ///
  /// - Complexity: O(*m*) in pairs.
  public subscript(key: String) -> YAMLNode? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key.scalar == key }?.value
  }

  /// The items of a sequence; none for anything else.
  public var items: [YAMLNode] {
    if case .sequence(let items) = content { return items }
    return []
  }

  /// The pairs of a mapping; none for anything else.
  public var pairs: [(key: YAMLNode, value: YAMLNode)] {
    if case .mapping(let pairs) = content { return pairs }
    return []
  }
}
