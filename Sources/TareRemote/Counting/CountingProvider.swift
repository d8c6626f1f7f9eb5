/// A provider that counts the tokens of a text when asked, over the network.
///
/// Sources: Anthropic, count tokens (`POST /v1/messages/count_tokens`); Google, `models.countTokens`; OpenAI, input token
/// counts (`POST /v1/responses/input_tokens`).
public enum CountingProvider: String, Sendable, Hashable, CaseIterable {
  /// Anthropic, for Claude.
  case anthropic
  /// Google, for Gemini.
  case google
  /// OpenAI, for GPT and the o-series.
  case openAI = "openai"

  /// The provider of a model, by its name without routes and in lower case; `nil` where none of them has it.
  public init?(ofModel name: String) {
    let beginnings: [(String, CountingProvider)] = [
      ("claude-", .anthropic), ("gemini-", .google), ("gpt-", .openAI), ("o1", .openAI), ("o3", .openAI),
      ("o4-", .openAI), ("chatgpt-", .openAI), ("ft:", .openAI),
    ]
    guard let found = beginnings.first(where: { name.hasPrefix($0.0) })?.1 else { return nil }
    self = found
  }

  /// The environment variables that may hold the key, in the order in which they are looked at.
  public var keyVariables: [String] {
    switch self {
    case .anthropic: ["ANTHROPIC_API_KEY"]
    case .google: ["GEMINI_API_KEY", "GOOGLE_API_KEY"]
    case .openAI: ["OPENAI_API_KEY"]
    }
  }

  /// The environment variable that may name another address than the provider's own, as of a gateway.
  public var addressVariable: String {
    switch self {
    case .anthropic: "ANTHROPIC_BASE_URL"
    case .google: "GOOGLE_GEMINI_BASE_URL"
    case .openAI: "OPENAI_BASE_URL"
    }
  }

  /// The provider's own address. OpenAI's has the version in it, as its clients expect of that variable.
  public var defaultAddress: String {
    switch self {
    case .anthropic: "https://api.anthropic.com"
    case .google: "https://generativelanguage.googleapis.com"
    case .openAI: "https://api.openai.com/v1"
    }
  }
}
