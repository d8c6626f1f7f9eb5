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
  /// `.prompt`: YAML, then Handlebars.
  case dotprompt
  /// `.prompty`: YAML, then messages in Jinja or Mustache.
  case prompty
  /// GitHub Models: `.prompt.yml`, messages in YAML.
  case gitHubModels
  /// promptfoo's configuration.
  case promptfoo
  /// A Jinja template.
  case jinja
  /// A Mustache or Handlebars template.
  case mustache
  /// Requests to OpenAI, Anthropic or Gemini, or a prompt that LangChain wrote, as JSON or a JSON text per line.
  case payload
  /// String literals in Python. No name says that a program holds prompts: it has to be asked for.
  case pythonLiterals
  /// String literals in TypeScript and JavaScript. No name says that a program holds prompts: it has to be asked for.
  case typeScriptLiterals

  /// The format of a file of that name, or `nil` where the name does not say that the file is a prompt.
  public init?(path: String) {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let suffix = Self.suffixes.first { name.hasSuffix($0.suffix) && name != $0.suffix }
    guard let format = Self.wholeNames[name] ?? Self.folderFormat(path, name) ?? suffix?.format else { return nil }
    self = format
  }

  /// What a folder says about the Markdown files in it.
  private static func folderFormat(_ path: String, _ name: String) -> PromptFormat? {
    guard name.hasSuffix(".md") else { return nil }
    let folders = path.split(separator: "/").dropLast()
    return Self.folders.first { entry in
      folders.indices.contains { folders[$0...].starts(with: entry.folder.split(separator: "/")) }
    }?.format
  }

  /// Folders in which coding agents look for files of one kind.
  private static let folders: [(folder: String, format: PromptFormat)] = [
    (".claude/rules", .instructions), (".claude/commands", .promptFile), (".claude/agents", .agent),
    (".cursor/commands", .promptFile), (".windsurf/rules", .instructions), (".clinerules", .agentInstructions),
    (".roo/commands", .promptFile), (".roo", .agentInstructions), (".junie", .agentInstructions),
    (".kiro/steering", .instructions),
  ]

  /// The format a file that was named by hand is read in: unknown names are text.
  public init(ofNamedFile path: String) {
    let name = path.lowercased()
    let isPayload = [".json", ".jsonl", ".ndjson"].contains { name.hasSuffix($0) }
    self = PromptFormat(path: path) ?? (isPayload ? .payload : .text)
  }

  /// File names that say it all, in lower case, from the documentation of the agents that read them.
  private static let wholeNames: [String: PromptFormat] = [
    "skill.md": .skill, "claude.md": .agentInstructions, "claude.local.md": .agentInstructions,
    "agents.md": .agentInstructions, "agent.md": .agentInstructions, "gemini.md": .agentInstructions,
    "qwen.md": .agentInstructions,
    "copilot-instructions.md": .agentInstructions, ".cursorrules": .agentInstructions,
    ".windsurfrules": .agentInstructions, ".clinerules": .agentInstructions,
    "promptfooconfig.yaml": .promptfoo, "promptfooconfig.yml": .promptfoo, "promptfooconfig.json": .promptfoo,
  ]

  /// Endings, the longer before the shorter.
  private static let suffixes: [(suffix: String, format: PromptFormat)] = [
    (".instructions.md", .instructions), (".prompt.md", .promptFile), (".agent.md", .agent), (".chatmode.md", .agent),
    (".prompt.yml", .gitHubModels), (".prompt.yaml", .gitHubModels), (".prompty", .prompty), (".prompt", .dotprompt),
    (".jinja2", .jinja), (".jinja", .jinja), (".j2", .jinja),
    (".mustache", .mustache), (".handlebars", .mustache), (".hbs", .mustache),
    (".mdc", .cursorRule), (".md", .markdown), (".markdown", .markdown), (".txt", .text),
  ]

  /// Names of hidden files and folders in which prompts are kept.
  public static let hiddenNames: Set<String> = [
    ".cursorrules", ".windsurfrules", ".clinerules", ".cursor", ".github", ".claude", ".agents", ".gemini",
    ".windsurf", ".roo", ".junie", ".kiro", ".qwen",
  ]

  /// The language its text is a template in. Coding agents send their instruction files as they are, so a brace in one
  /// is a brace.
  var language: TemplateLanguage {
    switch self {
    case .text, .markdown, .promptFile: .any
    case .jinja, .prompty: .jinja
    case .mustache, .dotprompt: .handlebars
    default: .none
    }
  }

  /// Whether files of this kind may be no prompts for all their names say: templates are written for everything.
  public var mayBeNoPrompt: Bool { self == .jinja || self == .mustache }

  /// Whether `@path` in the file brings in another: Claude Code, Gemini CLI and Qwen Code do this, each in
  /// its own file.
  func importsFiles(path: String) -> Bool {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return self == .agentInstructions && (name.hasPrefix("claude") || name == "gemini.md" || name == "qwen.md")
  }

  /// How its structure is read: templates and payloads indent and tag their text as they like.
  var dialect: MarkdownOutline.Dialect {
    switch self {
    case .markdown, .agentInstructions, .cursorRule, .skill, .instructions, .promptFile, .agent: .markdown
    default: .plainText
    }
  }

  /// Whether a file of this kind is meant to open with YAML, so that YAML nobody can read is a mistake.
  var expectsFrontMatter: Bool {
    switch self {
    case .cursorRule, .skill, .instructions, .promptFile, .agent, .dotprompt, .prompty: true
    default: false
    }
  }
}
