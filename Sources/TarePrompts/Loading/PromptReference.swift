public import TareText

/// Another file that a prompt names, so that both are sent together or one after the other.
public struct PromptReference: Sendable, Hashable {
  /// How it is brought in.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `@path` in the instructions of a coding agent: loaded with them.
    case `import`
    /// `{{> name}}`: put in its place.
    case partial
    /// Jinja's `include`, `import`, `from` and `extends`.
    case include
    /// `file://path` and `${file:path}`: the prompt is that file.
    case file
  }

  /// How it is brought in.
  public let kind: Kind
  /// The path or name as it is written.
  public let target: String
  /// Where it is written.
  public let range: SourceRange

  /// A reference as it was read before.
  public init(kind: Kind, target: String, range: SourceRange) {
    self.kind = kind
    self.target = target
    self.range = range
  }
}
