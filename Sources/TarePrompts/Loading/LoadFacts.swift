/// What decides with which other files a prompt file is loaded: as much of a document as that takes.
public struct LoadFacts: Sendable, Hashable {
  /// The path of the file.
  public let path: String
  /// The kind of file.
  public let format: PromptFormat
  /// When its body is loaded.
  public let loadRule: LoadRule
  /// What it brings in.
  public let references: [PromptReference]

  /// The facts of a file, as they were read before.
  public init(path: String, format: PromptFormat, loadRule: LoadRule, references: [PromptReference]) {
    self.path = path
    self.format = format
    self.loadRule = loadRule
    self.references = references
  }

  /// The facts of `document`.
  public init(_ document: PromptDocument) {
    self.init(
      path: document.path, format: document.format, loadRule: document.loadRule, references: document.references)
  }

  /// The coding agents that load it by its name.
  public var agents: AgentProducts { AgentProducts(format, path: path) }

  /// The folder that a file for agents holds for: its own, or the one in which a folder such as `.claude` lies.
  public var scope: String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let hidden = [
      ".claude", ".cursor", ".github", ".windsurf", ".clinerules", ".agents", ".gemini", ".roo", ".junie", ".kiro",
      ".qwen",
    ]
    return (parts.firstIndex { hidden.contains(String($0)) }.map { parts[..<$0] } ?? parts).joined(separator: "/")
  }
}
