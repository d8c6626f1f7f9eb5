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

  /// What the value is. An alias is what its anchor stands for.
  public let content: Content
  /// The line on which the value begins, from 0; for an alias, that of its anchor.
  public let line: Int

  /// The text of a scalar, or `nil` where this is none.
  public var scalar: String? {
    if case .scalar(let text) = content { return text }
    return nil
  }
}
