/// What LangChain calls its messages.
enum LangChainTypes {
  /// The types of messages in a dump, those of streamed pieces included.
  static let roles: [String: Role] = [
    "human": .user, "HumanMessageChunk": .user, "ai": .assistant, "AIMessageChunk": .assistant, "system": .system,
    "SystemMessageChunk": .system, "tool": .tool, "ToolMessageChunk": .tool, "function": .tool,
    "FunctionMessageChunk": .tool, "developer": .developer, "chat": .user, "ChatMessageChunk": .user, "remove": .system,
  ]

  /// The role by the class of a constructor, such as `HumanMessage`.
  static func type(ofClass name: String) -> String? {
    classes.first { $0.name == name || "\($0.name)Chunk" == name }?.type
  }

  /// The class of a type.
  static func className(of type: String) -> String { classes.first { $0.type == type }?.name ?? "HumanMessage" }

  private static let classes: [(type: String, name: String)] = [
    ("human", "HumanMessage"), ("ai", "AIMessage"), ("system", "SystemMessage"), ("tool", "ToolMessage"),
    ("function", "FunctionMessage"), ("chat", "ChatMessage"), ("remove", "RemoveMessage"),
  ]
}

/// The members of a LangChain message by what they are to the model.
///
/// Source: `langchain_core.messages` 1.x.
enum LangChainMembers {
  /// Members that are read, or that say how the message came about.
  static let message: Set<String> = [
    "type", "role", "content", "name", "id", "tool_calls", "invalid_tool_calls", "tool_call_id", "status", "artifact",
    "additional_kwargs", "response_metadata", "usage_metadata", "example", "tool_call_chunks", "chunk_position",
    "lc_attributes",
  ]
  /// Further members of the provider's that are read, or say how the message came about.
  static let additional: Set<String> = ["tool_calls", "function_call", "refusal", "cache_control", "stop_reason"]
  /// Members of a block of text.
  static let text: Set<String> = [
    "type", "text", "cache_control", "citations", "annotations", "id", "index", "extras",
  ]
  /// Blocks that repeat what `tool_calls` says.
  static let callBlocks: Set<String> = ["tool_use", "tool_call", "function_call", "input_json_delta"]
}
