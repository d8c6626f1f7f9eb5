/// The members of a request to Anthropic Messages by what they are to the model.
///
/// Source: the API reference of `POST /v1/messages`, its beta features included, as of 2026-11.
enum AnthropicMembers {
  /// Members of the request that are read, or that steer the sampling and the service and are no text the model is
  /// shown.
  static let request: Set<String> = [
    // Read.
    "messages", "model", "system", "tools", "tool_choice",
    // How the answer is drawn.
    "max_tokens", "stop_sequences", "temperature", "top_k", "top_p", "thinking", "speed",
    // How it is sent, kept and billed.
    "stream", "metadata", "service_tier", "container", "context_management", "anthropic_version", "anthropic_beta",
    "betas", "inference_geo", "cache_control",
  ]
  /// Members of a block that calls a tool.
  static let call: Set<String> = ["type", "id", "name", "input", "caller", "server_name", "cache_control"]
  /// Members of a block with what a tool returned.
  static let result: Set<String> = ["type", "tool_use_id", "content", "is_error", "cache_control"]

  /// The known members of a block that says something; `nil` for one that is counted as a whole.
  static func members(ofBlock type: String) -> Set<String>? {
    switch type {
    case "text": ["type", "text", "citations", "cache_control"]
    case "image": ["type", "source", "cache_control"]
    default: nil
    }
  }
}
