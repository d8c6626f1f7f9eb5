/// The members of a request to OpenAI's Chat Completions by what they are to the model.
///
/// Source: the API reference of `POST /v1/chat/completions` as of 2026-11; what servers that speak the same form add is
/// from the documents of vLLM and of Anthropic's and Google's compatible endpoints.
enum OpenAIChatMembers {
  /// Members of the request that are read, or that steer the sampling, the service or the answer and are no text the
  /// model is shown.
  static let request: Set<String> = [
    // Read.
    "messages", "model", "tools", "functions", "tool_choice", "function_call",
    // How the answer is drawn.
    "temperature", "top_p", "top_k", "min_p", "n", "seed", "stop", "stop_sequences", "max_tokens",
    "max_completion_tokens", "presence_penalty", "frequency_penalty", "repetition_penalty", "logit_bias", "logprobs",
    "top_logprobs", "reasoning_effort", "verbosity", "thinking", "modalities", "audio", "parallel_tool_calls",
    // How it is sent, kept and billed.
    "stream", "stream_options", "store", "metadata", "service_tier", "user", "safety_identifier", "prompt_cache_key",
    "prompt_cache_retention", "prompt_cache_options", "cache_control",
  ]
  /// Members of a message that are read.
  static let message: Set<String> = [
    "role", "content", "name", "refusal", "tool_calls", "function_call", "tool_call_id", "cache_control",
  ]
  /// Members of a part of text that are read, and the marks of a cache.
  static let text: Set<String> = ["type", "text", "refusal", "cache_control", "prompt_cache_breakpoint"]
  /// Members of a picture's part.
  static let picture: Set<String> = ["type", "image_url", "cache_control", "prompt_cache_breakpoint"]
  /// Members of what a picture's part links to.
  static let link: Set<String> = ["url", "detail"]
  /// Members of a tool call.
  static let call: Set<String> = ["id", "type", "index", "function", "custom", "cache_control"]
  /// Members of the function or the custom tool that is called.
  static let calledTool: Set<String> = ["name", "arguments", "input"]
}
