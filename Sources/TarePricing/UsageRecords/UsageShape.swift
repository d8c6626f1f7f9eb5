import TareJSON

/// The forms in which providers and gateways report what a request used, told apart by the names of their members.
///
/// | shape | input tokens | cached ones |
/// |---|---|---|
/// | openAIChat | `prompt_tokens`, inclusive | `prompt_tokens_details.cached_tokens`, `.cache_write_tokens` |
/// | openAIResponses | `input_tokens`, inclusive | `input_tokens_details.cached_tokens`, `.cache_write_tokens` |
/// | anthropic | `input_tokens`, exclusive | `cache_read_input_tokens`, `cache_creation_input_tokens`, `cache_creation` |
/// | gateway | `prompt_tokens`, inclusive | as anthropic, which is how LiteLLM reports every provider |
/// | deepSeek | `prompt_tokens`, inclusive | `prompt_cache_hit_tokens` |
/// | gemini | `promptTokenCount`, inclusive | `cachedContentTokenCount` |
/// | bedrock | `inputTokens`, exclusive | `cacheReadInputTokens`, `cacheWriteInputTokens`, `cacheDetails` |
/// | langChain | `input_tokens`, inclusive | `input_token_details.cache_read`, `.cache_creation` |
public enum UsageShape: String, Sendable, Hashable, CaseIterable {
  /// OpenAI Chat Completions, and the many that speak it.
  case openAIChat = "openai-chat"
  /// OpenAI Responses.
  case openAIResponses = "openai-responses"
  /// Anthropic Messages.
  case anthropic
  /// OpenAI's names with Anthropic's for cached tokens, as gateways write them.
  case gateway
  /// DeepSeek.
  case deepSeek = "deepseek"
  /// Gemini's `usageMetadata`.
  case gemini
  /// Bedrock Converse.
  case bedrock
  /// LangChain's `usage_metadata`.
  case langChain = "langchain"

  /// Whether the shape's input tokens hold the cached ones.
  public var counting: Usage.InputCounting {
    switch self {
    case .anthropic, .bedrock: .excludesCached
    case .openAIChat, .openAIResponses, .gateway, .deepSeek, .gemini, .langChain: .includesCached
    }
  }

  /// The shape of an object of usage; `nil` for an object of anything else.
  init?(of usage: UsageObject) {
    if usage.has("promptTokenCount") || usage.has("totalTokenCount") {
      self = .gemini
    } else if usage.has("inputTokens") || usage.has("cacheReadInputTokens") {
      self = .bedrock
    } else if usage.has("prompt_cache_hit_tokens") {
      self = .deepSeek
    } else if usage.has("prompt_tokens") {
      self = usage.hasAnthropicCache ? .gateway : .openAIChat
    } else if usage.has("input_token_details") {
      self = .langChain
    } else if usage.has("input_tokens_details") {
      self = .openAIResponses
    } else if usage.hasAnthropicCache {
      self = .anthropic
    } else if usage.has("input_tokens") {
      // Without a word on caching both count alike.
      self = usage.has("total_tokens") ? .openAIResponses : .anthropic
    } else {
      return nil
    }
  }
}

extension UsageObject {
  /// Whether cached tokens have Anthropic's names.
  fileprivate var hasAnthropicCache: Bool {
    ["cache_read_input_tokens", "cache_creation_input_tokens", "cache_creation"].contains(where: has)
  }
}
