/// What the name of a member of LiteLLM's cost map says.
///
/// ```
/// cache_creation_input_token_cost _above_1hr _above_200k_tokens _batches
/// what is priced                  lifetime   threshold          service tier
/// ```
struct CostMapField: Hashable {
  /// What is priced.
  enum Price: String, CaseIterable {
    case input = "input_cost_per_token"
    case output = "output_cost_per_token"
    case cachedInput = "cache_read_input_token_cost"
    case cacheWrite = "cache_creation_input_token_cost"
  }

  let price: Price
  /// The hours that a written entry lives; `nil` where the name does not say.
  var hours: Int?
  /// The input above which the price holds, in tokens; `nil` for any.
  var threshold: Int?
  /// The service tier whose price it is; `nil` for the usual one.
  var tier: String?

  private static let tiers = ["batches", "flex", "priority", "balanced", "ultrafast", "decisions"]

  /// The parts of `name`, or `nil` where it is not wholly made of them.
  init?(_ name: String) {
    guard let price = Price.allCases.first(where: { name.hasPrefix($0.rawValue) }) else { return nil }
    self.price = price
    var words = name.dropFirst(price.rawValue.count).split(separator: "_", omittingEmptySubsequences: false)[...]
    guard words.first == "" else { return nil }
    words = words.dropFirst()
    if price == .cacheWrite, let hours = Self.number(words, between: "above", and: "hr") {
      self.hours = hours
      words = words.dropFirst(2)
    }
    if words.dropFirst(2).first == "tokens", let thousands = Self.number(words, between: "above", and: "k") {
      threshold = thousands * 1_000
      words = words.dropFirst(3)
    }
    if let last = words.first, Self.tiers.contains(String(last)) {
      tier = String(last)
      words = words.dropFirst()
    }
    guard words.isEmpty else { return nil }
  }

  /// The number of `above`, `200k`: up to six digits between two words.
  private static func number(_ words: ArraySlice<Substring>, between word: String, and unit: String) -> Int? {
    guard words.first == word[...], let text = words.dropFirst().first, text.hasSuffix(unit) else { return nil }
    let digits = text.dropLast(unit.count)
    guard 1...6 ~= digits.utf8.count, digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
      return nil
    }
    return Int(digits)
  }
}

extension CostMapField {
  /// The members that the importer reads besides prices.
  static let facts: Set<String> = [
    "litellm_provider", "mode", "source", "max_input_tokens", "max_output_tokens", "prompt_cache_min_tokens",
    "deprecation_date", "tiered_pricing", "off_peak_pricing", "input_cost_per_token_cache_hit",
  ]

  /// What is known of a member that the importer does not take.
  static func reason(forLeaving name: String) -> LeftOutField.Reason {
    if let field = CostMapField(name) { return .notHeld(field.unheldText) }
    if silentNames.contains(name) || silentPrefixes.contains(where: name.hasPrefix) { return .noPrice }
    if let kind = otherKinds.first(where: { name.hasPrefix($0.name) }) { return .notHeld(kind.text) }
    guard name.contains("cost") else { return .unknown }
    let words = name.split(separator: "_")
    guard let unit = words.first(where: { units.contains(String($0)) }) else { return .unknown }
    return .notHeld("a price of something else than text tokens (\(unit))")
  }

  private var unheldText: String {
    switch tier {
    case "batches": "a batch price of cached tokens or of long requests"
    case .some(let tier): "a price of the service tier \(tier)"
    case nil: "a price of cache entries of another lifetime"
    }
  }

  private static let units: Set<String> = [
    "audio", "image", "video", "second", "character", "pixel", "query", "request", "page", "credit", "dbu", "session",
    "unit", "message", "citation", "calls", "gb", "computer",
  ]
  private static let otherKinds = [
    (name: "output_cost_per_reasoning_token", text: "a price of reasoning tokens, which rates bill as output"),
    (name: "regional_", text: "a surcharge of some regions"),
    (name: "provider_specific_entry", text: "factors of some regions and speeds"),
    (name: "search_free_requests", text: "searches without a charge"),
    (name: "web_search_billing_unit", text: "what a search is billed by"),
    (name: "explicit_cache_read_input_token_cost", text: "a price of tokens read from an explicit cache"),
    (name: "guardrail_cost_per_unit", text: "a price of something else than text tokens (unit)"),
  ]
  private static let silentPrefixes = [
    "supports_", "supported_", "bedrock_", "token_count_", "reasoning_", "gemini_", "vertex_ai_",
  ]
  private static let silentNames: Set<String> = [
    "comment", "metadata", "rpm", "tpm", "output_vector_size", "thinking_always_on", "default_reasoning_effort",
    "use_openai_responses_path", "uses_embed_content", "audio_transcription_config", "max_tokens",
  ]
}
