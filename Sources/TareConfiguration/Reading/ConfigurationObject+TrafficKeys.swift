import TareSavings

extension ConfigurationObject {
  /// The keys of a traffic profile.
  static let trafficKeys = [
    ConfigurationKey(
      "model", .text, "The model that the prompts are sent to; that of the settings if left out.", example: "gpt-5.4"),
    ConfigurationKey(
      "requests-per-month", .number, "How many requests send each prompt in a month, or how many tasks.",
      example: "50000"),
    ConfigurationKey(
      "conversations-per-month", .number, "How many conversations begin with each prompt in a month, each of `turns`.",
      example: "10000"),
    ConfigurationKey("turns", .number, "How many requests a conversation has.", example: "12"),
    ConfigurationKey("calls-per-task", .number, "How many requests a task makes; 1 if left out.", example: "8"),
    ConfigurationKey(
      "new-input-tokens", .number, "Input tokens that each request has behind the prompt; none if left out.",
      example: "100"),
    ConfigurationKey(
      "output-tokens", .number, "Output tokens of a request; only input is priced if left out.", example: "250"),
    ConfigurationKey(
      "gaps", .text,
      "The pauses between requests: agent-loop, live-chat, ticket, one such as 60s, or shares such as 20s:30,10m:70.",
      example: "live-chat"),
    ConfigurationKey(
      "cache", .text, "none, automatic, or a lifetime of the model's cache such as 1h; automatic if left out.",
      example: "1h"),
    ConfigurationKey("batch", .truth, "Whether requests may wait for a batch; false if left out.", example: "true"),
    ConfigurationKey(
      "tier", .text, "A tier of service; prices are known of standard alone, which holds if it is left out.",
      example: "standard"),
    ConfigurationKey(
      "retries", .text, "The share of requests that are sent again, such as 5%; none if left out.", example: "5%"),
  ]

  /// The keys of a gate.
  static let gateKeys = [
    ConfigurationKey(
      "gate", .choice(Gate.ID.allCases.map(\.rawValue)), "What is looked at.", example: "growth", isRequired: true),
    ConfigurationKey(
      "limit", .text, "What just passes: dollars, a share, tokens, days or a word, as the gate asks for it.",
      example: "10%"),
    ConfigurationKey(
      "level", .choice(GateSetting.Level.allCases.map(\.rawValue)),
      "Whether the run fails behind it or only says so; fail if left out.", example: "warn"),
  ]
}
