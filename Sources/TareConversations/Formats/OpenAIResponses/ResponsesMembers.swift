/// The members of a request to OpenAI Responses by what they are to the model.
///
/// Source: the API reference of `POST /v1/responses` as of 2026-11.
enum ResponsesMembers {
  /// Members of the request that are read, or that steer the sampling and the service and are no text the model is
  /// shown. What an earlier response or a stored conversation holds is text, and nobody here can count it.
  static let request: Set<String> = [
    // Read.
    "input", "model", "tools", "tool_choice",
    // How the answer is drawn.
    "temperature", "top_p", "max_output_tokens", "max_tool_calls", "parallel_tool_calls", "reasoning", "top_logprobs",
    "truncation", "include",
    // How it is sent, kept and billed.
    "stream", "stream_options", "store", "metadata", "service_tier", "user", "safety_identifier", "prompt_cache_key",
    "prompt_cache_retention", "prompt_cache_options", "background", "context_management",
  ]
  /// Members of a message.
  static let message: Set<String> = ["type", "role", "content", "id", "status", "phase"]
  /// Members of a part of text, and the marks of a cache.
  static let text: Set<String> = [
    "type", "text", "refusal", "annotations", "logprobs", "prompt_cache_breakpoint", "cache_control",
  ]
  /// Members of a picture's part.
  static let image: Set<String> = [
    "type", "image_url", "detail", "file_id", "prompt_cache_breakpoint", "cache_control",
  ]
  /// Members of a call.
  static let call: Set<String> = [
    "type", "id", "call_id", "name", "arguments", "input", "action", "operation", "status", "namespace", "caller",
    "server_label", "pending_safety_checks",
  ]
  /// Members of what a call returned.
  static let output: Set<String> = [
    "type", "id", "call_id", "output", "status", "approval_request_id", "approve", "acknowledged_safety_checks",
    "caller",
    "max_output_length",
  ]
  /// Items that list tools, which later calls rest on.
  static let toolLists: Set<String> = ["additional_tools", "mcp_list_tools", "tool_search_output"]
}
