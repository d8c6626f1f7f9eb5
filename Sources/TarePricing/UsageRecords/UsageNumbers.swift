import TareJSON

/// The numbers of an object of usage, by the names of its shape.
struct UsageNumbers {
  private(set) var input = 0
  private(set) var cachedRead = 0
  private(set) var cacheWrites: [CacheWrite] = []
  private(set) var otherWrites = 0
  private(set) var output = 0
  private(set) var unpriced: [String] = []

  init(_ usage: UsageObject, _ shape: UsageShape) throws(UsageRecordError) {
    switch shape {
    case .openAIChat: try readOpenAI(usage, "prompt_tokens", "completion_tokens", "prompt_tokens_details")
    case .openAIResponses: try readOpenAI(usage, "input_tokens", "output_tokens", "input_tokens_details")
    case .gateway: try readGateway(usage)
    case .anthropic: try readAnthropic(usage)
    case .deepSeek: try readDeepSeek(usage)
    case .gemini: try readGemini(usage)
    case .bedrock: try readBedrock(usage)
    case .langChain: try readLangChain(usage)
    }
  }

  private mutating func readOpenAI(
    _ usage: UsageObject, _ inputName: String, _ outputName: String, _ detailsName: String
  ) throws(UsageRecordError) {
    let details = usage.object(detailsName)
    input = try usage.count(inputName)
    cachedRead = try details?.count("cached_tokens") ?? 0
    otherWrites = try details?.count("cache_write_tokens") ?? 0
    output = try usage.count(outputName)
    let outputDetails = usage.object("completion_tokens_details") ?? usage.object("output_tokens_details")
    try addReasoning(try outputDetails?.count("reasoning_tokens") ?? 0, total: usage.count("total_tokens"))
    try addAudio(input: details?.count("audio_tokens") ?? 0, output: outputDetails?.count("audio_tokens") ?? 0)
  }

  /// Most count reasoning as output. Where the stated total only comes out with reasoning on top, as at xAI, it is on
  /// top.
  private mutating func addReasoning(_ reasoning: Int, total: Int) throws(UsageRecordError) {
    let (sum, overflows) = input.addingReportingOverflow(output)
    guard reasoning > 0, !overflows, total > sum, total - sum == reasoning else { return }
    output += reasoning
  }

  private mutating func addAudio(input: Int, output: Int) throws(UsageRecordError) {
    if input > 0 { unpriced.append("audio input") }
    if output > 0 { unpriced.append("audio output") }
  }

  private mutating func readGateway(_ usage: UsageObject) throws(UsageRecordError) {
    try readOpenAI(usage, "prompt_tokens", "completion_tokens", "prompt_tokens_details")
    let details = usage.object("prompt_tokens_details")
    cachedRead = try usage.count("cache_read_input_tokens", or: (details, "cached_tokens"))
    otherWrites = 0
    try readAnthropicWrites(
      usage, split: usage.object("cache_creation") ?? details?.object("cache_creation_token_details"))
  }

  private mutating func readAnthropic(_ usage: UsageObject) throws(UsageRecordError) {
    input = try usage.count("input_tokens")
    cachedRead = try usage.count("cache_read_input_tokens")
    output = try usage.count("output_tokens")
    try readAnthropicWrites(usage, split: usage.object("cache_creation"))
    if try usage.object("server_tool_use")?.count("web_search_requests") ?? 0 > 0 { unpriced.append("web search") }
  }

  /// Written tokens by lifetime where the record says, and in one number otherwise; both must agree.
  private mutating func readAnthropicWrites(_ usage: UsageObject, split: UsageObject?) throws(UsageRecordError) {
    let name = "cache_creation_input_tokens"
    let total = try usage.count(name)
    let short = try split?.count("ephemeral_5m_input_tokens") ?? 0
    let long = try split?.count("ephemeral_1h_input_tokens") ?? 0
    let (sum, overflows) = short.addingReportingOverflow(long)
    guard !overflows else { throw .usage(.tooLarge) }
    guard sum > 0 else {
      otherWrites = total
      return
    }
    if usage.has(name), sum != total { throw .contradiction(name, total, "cache_creation", sum) }
    cacheWrites = [CacheWrite(short, for: .fiveMinutes), CacheWrite(long, for: .oneHour)]
  }

  private mutating func readDeepSeek(_ usage: UsageObject) throws(UsageRecordError) {
    try readOpenAI(usage, "prompt_tokens", "completion_tokens", "prompt_tokens_details")
    cachedRead = try usage.count("prompt_cache_hit_tokens")
    let missed = try usage.count("prompt_cache_miss_tokens")
    guard usage.has("prompt_cache_miss_tokens"), input != cachedRead &+ missed else { return }
    throw .contradiction(
      "prompt_tokens", input, "prompt_cache_hit_tokens and prompt_cache_miss_tokens", cachedRead &+ missed)
  }

  /// What tools put into the prompt, and thoughts, stand beside the other numbers.
  private mutating func readGemini(_ usage: UsageObject) throws(UsageRecordError) {
    input = try Self.sum(usage.count("promptTokenCount"), usage.count("toolUsePromptTokenCount"))
    cachedRead = try usage.count("cachedContentTokenCount")
    let answers = usage.has("responseTokenCount") ? "responseTokenCount" : "candidatesTokenCount"
    output = try Self.sum(usage.count(answers), usage.count("thoughtsTokenCount"))
    if usage.hasAudio(in: "promptTokensDetails") { unpriced.append("audio input") }
    if usage.hasAudio(in: "candidatesTokensDetails") { unpriced.append("audio output") }
  }

  private mutating func readBedrock(_ usage: UsageObject) throws(UsageRecordError) {
    input = try usage.count("inputTokens")
    cachedRead = try usage.count("cacheReadInputTokens")
    output = try usage.count("outputTokens")
    let total = try usage.count("cacheWriteInputTokens")
    for detail in usage.value["cacheDetails"]?.elements ?? [] {
      let entry = UsageObject(value: detail)
      let text = detail["ttl"]?.string ?? ""
      guard let lifetime = CacheLifetime(text) else { throw .lifetime(text) }
      cacheWrites.append(CacheWrite(try entry.count("inputTokens"), for: lifetime))
    }
    let stated = cacheWrites.reduce(Int128(0)) { $0 + Int128($1.tokens) }
    guard stated > 0 else {
      otherWrites = total
      return
    }
    if usage.has("cacheWriteInputTokens"), stated != total {
      throw .contradiction("cacheWriteInputTokens", total, "cacheDetails", Int(clamping: stated))
    }
  }

  private mutating func readLangChain(_ usage: UsageObject) throws(UsageRecordError) {
    let details = usage.object("input_token_details")
    input = try usage.count("input_tokens")
    output = try usage.count("output_tokens")
    cachedRead = try details?.count("cache_read") ?? 0
    let short = try details?.count("ephemeral_5m_input_tokens") ?? 0
    let long = try details?.count("ephemeral_1h_input_tokens") ?? 0
    cacheWrites = [CacheWrite(short, for: .fiveMinutes), CacheWrite(long, for: .oneHour)]
    // LangChain leaves cache_creation at 0 where it has the lifetimes, and else has it alone.
    otherWrites = short == 0 && long == 0 ? try details?.count("cache_creation") ?? 0 : 0
    try addAudio(
      input: details?.count("audio") ?? 0, output: usage.object("output_token_details")?.count("audio") ?? 0)
  }

  private static func sum(_ left: Int, _ right: Int) throws(UsageRecordError) -> Int {
    let (sum, overflows) = left.addingReportingOverflow(right)
    guard !overflows else { throw .usage(.tooLarge) }
    return sum
  }
}

extension UsageObject {
  /// Whether a list of tokens by modality has any of sound.
  fileprivate func hasAudio(in name: String) -> Bool {
    (value[name]?.elements ?? []).contains { $0["modality"]?.string == "AUDIO" && $0["tokenCount"]?.integer ?? 0 > 0 }
  }
}
