public import TarePrompts

/// What is known of files that are looked at together, besides their bytes, by path.
public struct LoadSetContext: Sendable {
  /// What was let be outside of each file.
  public var suppressions: [String: [Suppression]]
  /// What a file is read as, where that is not what its name says.
  public var formats: [String: PromptFormat]
  /// How what lets findings be is looked at.
  public var policy: SuppressionPolicy

  /// A context; what is left out is not known.
  public init(
    suppressions: [String: [Suppression]] = [:], formats: [String: PromptFormat] = [:],
    policy: SuppressionPolicy = SuppressionPolicy()
  ) {
    self.suppressions = suppressions
    self.formats = formats
    self.policy = policy
  }
}
