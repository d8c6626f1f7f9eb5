/// The kind of file a prompt is written in: it decides the structure, what is sent and when.
public enum PromptFormat: String, Sendable, Hashable, CaseIterable {
  /// Text without marks of its own; fences and tables are still respected, indentation and tags mean nothing.
  case text
  /// Markdown as an application sends it, with or without template variables.
  case markdown
  /// `CLAUDE.md`, `AGENTS.md`, `.cursorrules` and their kin: sent with every request of a coding agent.
  case agentInstructions
  /// A Cursor rule, `.mdc`.
  case cursorRule
  /// `SKILL.md`: the description is always loaded, the body when the skill is used.
  case skill
  /// `*.instructions.md`, with the files it applies to in `applyTo`.
  case instructions
  /// `*.prompt.md`: sent when somebody calls it.
  case promptFile
  /// `*.agent.md` and `*.chatmode.md`: a persona that is chosen by name.
  case agent

  /// The format of a file of that name, or `nil` where the name does not say that the file is a prompt.
  public init?(path: String) {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let suffix = Self.suffixes.first { name.hasSuffix($0.suffix) && name != $0.suffix }
    guard let format = Self.wholeNames[name] ?? suffix?.format else { return nil }
    self = format
  }

  /// The format a file that was named by hand is read in: unknown names are text.
  public init(ofNamedFile path: String) { self = PromptFormat(path: path) ?? .text }

  /// File names that say it all, in lower case, from the documentation of the agents that read them.
  private static let wholeNames: [String: PromptFormat] = [
    "skill.md": .skill, "claude.md": .agentInstructions, "claude.local.md": .agentInstructions,
    "agents.md": .agentInstructions, "agent.md": .agentInstructions, "gemini.md": .agentInstructions,
    "copilot-instructions.md": .agentInstructions, ".cursorrules": .agentInstructions,
    ".windsurfrules": .agentInstructions, ".clinerules": .agentInstructions,
  ]

  /// Endings, the longer before the shorter.
  private static let suffixes: [(suffix: String, format: PromptFormat)] = [
    (".instructions.md", .instructions), (".prompt.md", .promptFile), (".agent.md", .agent), (".chatmode.md", .agent),
    (".mdc", .cursorRule), (".md", .markdown), (".markdown", .markdown), (".txt", .text),
  ]

  /// Names of hidden files and folders in which prompts are kept.
  public static let hiddenNames: Set<String> = [
    ".cursorrules", ".windsurfrules", ".clinerules", ".cursor", ".github", ".claude", ".agents", ".gemini",
  ]

  /// Whether something fills `{x}`, `{{x}}` and their kin before the text is sent. Coding agents send their
  /// instruction files as they are, so a brace in one is a brace.
  var hasTemplateVariables: Bool {
    switch self {
    case .text, .markdown, .promptFile: true
    case .agentInstructions, .cursorRule, .skill, .instructions, .agent: false
    }
  }

  /// Whether a file of this kind is meant to open with YAML, so that YAML nobody can read is a mistake.
  var expectsFrontMatter: Bool {
    switch self {
    case .cursorRule, .skill, .instructions, .promptFile, .agent: true
    case .text, .markdown, .agentInstructions: false
    }
  }
}
