/// Who speaks in a message.
public enum PromptRole: String, Sendable, Hashable, CaseIterable {
  /// Instructions of whoever runs the application.
  case system
  /// OpenAI's name for instructions that stand below the provider's own.
  case developer
  /// Whoever asks.
  case user
  /// The model.
  case assistant
  /// What a tool answered, or what describes one.
  case tool

  /// The role of that name in any provider's spelling; `nil` for one that none has.
  public init?(name: String) {
    switch name.lowercased() {
    case "system": self = .system
    case "developer": self = .developer
    case "user", "human": self = .user
    case "assistant", "model", "ai": self = .assistant
    case "tool", "function": self = .tool
    default: return nil
    }
  }
}
