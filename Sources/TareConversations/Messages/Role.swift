/// Who speaks in a message, whatever word a format has for it.
public enum Role: String, Sendable, CaseIterable {
  /// Standing instructions.
  case system
  /// Standing instructions, as OpenAI's reasoning models name them.
  case developer
  /// A person, or the program that speaks for one.
  case user
  /// The model.
  case assistant
  /// What a tool returned.
  case tool

  /// Whether a message of this role steers the whole conversation, so that no trimming may take it away.
  public var isInstruction: Bool { self == .system || self == .developer }
}
