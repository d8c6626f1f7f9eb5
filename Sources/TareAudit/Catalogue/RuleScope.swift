/// What a rule looks at in a file in which prompts are values; in any other file the three are one.
public enum RuleScope: String, Sendable, Hashable, CaseIterable {
  /// Each prompt by itself, decoded and read as a document.
  case text
  /// What is sent together: the whole file where it is one request, otherwise each prompt.
  case request
  /// The file with everything in it; its lines and blocks are then empty, and its prompts are values.
  case file
}
