/// The coding agents that load a file by its name.
///
/// Two files are in one request only where one agent loads both: `CLAUDE.md` and `AGENTS.md` side by side mostly say the
/// same, and no agent reads both.
public struct AgentProducts: OptionSet, Sendable, Hashable {
  /// One bit for each agent.
  public let rawValue: UInt16

  /// The agents with these bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Claude Code: docs.anthropic.com/en/docs/claude-code/memory.
  static let claude = AgentProducts(rawValue: 1)
  /// Cursor: cursor.com/docs/context/rules.
  static let cursor = AgentProducts(rawValue: 2)
  /// GitHub Copilot: docs.github.com/en/copilot, "custom instructions".
  static let copilot = AgentProducts(rawValue: 4)
  /// Gemini CLI.
  static let gemini = AgentProducts(rawValue: 8)
  /// Windsurf.
  static let windsurf = AgentProducts(rawValue: 16)
  /// Cline.
  static let cline = AgentProducts(rawValue: 32)
  /// Any other that reads `AGENTS.md` (agents.md), such as Codex.
  static let others = AgentProducts(rawValue: 64)

  /// Roo Code: docs.roocode.com, "custom instructions".
  static let roo = AgentProducts(rawValue: 128)
  /// Junie: jetbrains.com/help/junie, "guidelines".
  static let junie = AgentProducts(rawValue: 256)
  /// Kiro: kiro.dev/docs/steering.
  static let kiro = AgentProducts(rawValue: 512)
  /// Qwen Code, which began as Gemini CLI.
  static let qwen = AgentProducts(rawValue: 1_024)

  static let all = AgentProducts(rawValue: 2_047)

  /// The agents that load the file at `path`; none for a file that only an application sends.
  init(_ format: PromptFormat, path: String) {
    let parts = path.lowercased().split(separator: "/")
    let named = parts.compactMap { Self.names[String($0)] }.last
    switch format {
    case .cursorRule: self = .cursor
    case .agentInstructions, .instructions, .agent, .promptFile: self = named ?? .copilot
    case .skill: self = named ?? .all
    default: self = []
    }
  }

  /// Files and folders that belong to some agents alone.
  private static let names: [String: AgentProducts] = [
    "claude.md": .claude, "claude.local.md": .claude, ".claude": .claude,
    "agents.md": [.cursor, .copilot, .windsurf, .cline, .others], "agent.md": .others,
    "gemini.md": .gemini, ".gemini": .gemini, ".cursorrules": .cursor, ".cursor": .cursor,
    "copilot-instructions.md": .copilot, ".github": .copilot, ".windsurfrules": .windsurf, ".windsurf": .windsurf,
    ".clinerules": .cline, ".roo": .roo, ".junie": .junie, ".kiro": .kiro, "qwen.md": .qwen, ".qwen": .qwen,
  ]
}

extension AgentProducts {
  /// Each agent by itself.
  public static let each = (0..<11).map { AgentProducts(rawValue: 1 << $0) }
}
