import TarePrompts

/// The tokens that a file has and no request does, each text counted by itself.
public struct UnsentTokens: Sendable, Hashable {
  /// Those of notes to whoever reads the file.
  public private(set) var comments = 0
  /// Those of statements that steer a template.
  public private(set) var control = 0
  /// Those of front matter, keys, quotes and whatever else belongs to the file and not to the prompt.
  public private(set) var structure = 0

  /// No tokens.
  public init() {}

  /// All of them.
  public var total: Int { comments + control + structure }

  mutating func add(_ tokens: Int, _ kind: PromptSpan.Kind) {
    switch kind {
    case .comment: comments += tokens
    case .control: control += tokens
    case .structure: structure += tokens
    case .text, .escape, .variable: break
    }
  }

  /// The sum, kind by kind.
  public static func + (left: UnsentTokens, right: UnsentTokens) -> UnsentTokens {
    var sum = left
    sum.comments += right.comments
    sum.control += right.control
    sum.structure += right.structure
    return sum
  }
}
