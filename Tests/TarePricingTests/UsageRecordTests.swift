import TarePricing
import Testing

/// Usage as it is reported, and bills that other tools got wrong.
struct UsageRecordTests {
  /// A bill: the usage as reported, the prices for a million tokens, the right cost and, where one is known, a wrong one.
  struct Bill: Sendable, CustomTestStringConvertible {
    let name: String
    let usage: String
    let prices: String
    let usd: String
    var wrong: String?

    var testDescription: String { name }
  }

  static let bills = [
    Bill(
      name: "cache writes billed twice",
      usage:
        #"{"input_tokens": 3, "cache_creation_input_tokens": 12304, "cache_read_input_tokens": 0, "output_tokens": 550}"#,
      prices: #""prices": {"input": "3", "output": "15"}, "cacheWrites": [{"lifetime": "5m", "price": "3.75"}]"#,
      usd: "0.054399", wrong: "0.091311"),
    Bill(
      name: "streamed reads billed as input",
      usage:
        #"{"prompt_tokens": 2459, "completion_tokens": 23, "cache_read_input_tokens": 2455, "cache_creation_input_tokens": 0}"#,
      prices: #""prices": {"input": "0.8", "cachedInput": "0.08", "output": "4"}"#, usd: "0.0002916", wrong: "0.002059"),
    Bill(
      name: "cached tokens billed on top of the prompt",
      usage: #"{"prompt_tokens": 20212, "prompt_tokens_details": {"cached_tokens": 16298}, "completion_tokens": 931}"#,
      prices: #""prices": {"input": "0.5", "cachedInput": "0.05", "output": "3"}"#, usd: "0.0055649", wrong: "0.0137139"
    ),
    Bill(
      name: "an inclusive total with writes",
      usage:
        #"{"prompt_tokens": 1000, "cache_creation_input_tokens": 700, "cache_read_input_tokens": 200, "completion_tokens": 0}"#,
      prices:
        #""prices": {"input": "3", "cachedInput": "0.3"}, "cacheWrites": [{"lifetime": "5m", "price": "3.75"}]"#,
      usd: "0.002985"),
    Bill(
      name: "an hour's writes at the price of five minutes",
      usage:
        #"{"input_tokens": 0, "cache_creation": {"ephemeral_5m_input_tokens": 0, "ephemeral_1h_input_tokens": 1000000}, "output_tokens": 0}"#,
      prices:
        #""prices": {"input": "3"}, "cacheWrites": [{"lifetime": "5m", "price": "3.75"}, {"lifetime": "1h", "price": "6"}]"#,
      usd: "6", wrong: "3.75"),
    Bill(
      name: "writes that were dropped",
      usage:
        #"{"prompt_tokens": 10000, "prompt_tokens_details": {"cached_tokens": 6000, "cache_write_tokens": 3000}, "completion_tokens": 100}"#,
      prices:
        #""prices": {"input": "4", "cachedInput": "0.4", "output": "20"}, "cacheWrites": [{"lifetime": "30m", "price": "5"}]"#,
      usd: "0.0234"),
    Bill(
      name: "one token above a threshold", usage: #"{"prompt_tokens": 272001, "completion_tokens": 1000}"#,
      prices:
        #""prices": {"input": "2.5", "output": "15"}, "longContext": [{"from": 272001, "input": "5", "output": "22.5"}]"#,
      usd: "1.382505", wrong: "0.6950025"),
    Bill(
      name: "a threshold that is itself dear", usage: #"{"prompt_tokens": 200000, "completion_tokens": 1000}"#,
      prices:
        #""prices": {"input": "2", "output": "6"}, "longContext": [{"from": 200000, "input": "4", "output": "12"}]"#,
      usd: "0.812", wrong: "0.406"),
  ]

  private static func priced(
    _ usage: String, _ prices: String, processing: Rate.Processing = .standard
  ) throws -> PricedRecord {
    let json = """
      {"schemaVersion": 1, "date": "2026-11-20", "source": "test", "currency": "USD", "unit": "million tokens",
       "models": [{"model": "m", "provider": "p", \(prices), "source": {"record": "r"}}]}
      """
    let catalogue = try RateCatalogue(parsing: Array(json.utf8))
    let record = try UsageRecord(parsing: Array(usage.utf8))
    return try RecordPricing(catalogue, model: "m", processing: processing).priced(record)
  }

  @Test(arguments: bills)
  func `a bill that others got wrong is right`(bill: Bill) throws {
    let priced = try Self.priced(bill.usage, bill.prices)
    #expect(priced.isComplete)
    #expect(priced.knownTotal.decimalText == bill.usd)
    #expect(priced.knownTotal.decimalText != bill.wrong)
  }

  @Test func `a price that is not known makes a lower bound, and is no saving`() throws {
    let priced = try Self.priced(
      #"{"prompt_tokens": 1000, "prompt_tokens_details": {"cached_tokens": 900}, "completion_tokens": 0}"#,
      #""prices": {"input": "2.75"}"#)
    #expect(priced.gaps == ["m has no known price for cached input"])
    #expect(!priced.isComplete)
    #expect(priced.knownTotal.decimalText == "0.000275")
  }

  @Test func `a model without a price is a gap and costs nothing known`() throws {
    let record = try UsageRecord(
      parsing: Array(#"{"model": "x", "input_tokens": 1000000, "output_tokens": 1000000}"#.utf8))
    let priced = try RecordPricing(RateCatalogue.builtIn).priced(record)
    #expect(priced.gaps == ["no price is known for the model \"x\""])
    #expect((priced.cost, priced.isComplete, priced.model) == (nil, false, "x"))
    var totals = UsageTotals()
    try totals.add(priced)
    #expect((totals.records, totals.incomplete) == (1, 1))
  }
}

struct UsageShapeTests {
  private func record(_ json: String, _ counting: Usage.InputCounting? = nil) throws -> UsageRecord {
    try UsageRecord(parsing: Array(json.utf8), counting: counting)
  }

  /// Each shape says the same: 100 uncached, 800 read, 50 written, 30 out.
  @Test(arguments: [
    (
      #"{"model":"m","usage":{"prompt_tokens":950,"completion_tokens":30,"total_tokens":980,"prompt_tokens_details":{"cached_tokens":800,"cache_write_tokens":50}}}"#,
      UsageShape.openAIChat
    ),
    (
      #"{"response":{"model":"m","usage":{"input_tokens":950,"input_tokens_details":{"cached_tokens":800,"cache_write_tokens":50},"output_tokens":30,"output_tokens_details":{"reasoning_tokens":20},"total_tokens":980}}}"#,
      .openAIResponses
    ),
    (
      #"{"model":"m","usage":{"input_tokens":100,"cache_creation_input_tokens":50,"cache_read_input_tokens":800,"output_tokens":30}}"#,
      .anthropic
    ),
    (
      #"{"message":{"model":"m","usage":{"input_tokens":100,"cache_read_input_tokens":800,"cache_creation_input_tokens":50,"cache_creation":{"ephemeral_5m_input_tokens":50,"ephemeral_1h_input_tokens":0},"output_tokens":30}}}"#,
      .anthropic
    ),
    (
      #"{"model":"m","usage":{"prompt_tokens":950,"completion_tokens":30,"prompt_tokens_details":{"cached_tokens":800},"cache_read_input_tokens":800,"cache_creation_input_tokens":50}}"#,
      .gateway
    ),
    (
      #"{"modelId":"m","usage":{"inputTokens":100,"outputTokens":30,"totalTokens":980,"cacheReadInputTokens":800,"cacheWriteInputTokens":50}}"#,
      .bedrock
    ),
    (
      #"{"modelId":"m","usage":{"inputTokens":100,"outputTokens":30,"cacheReadInputTokens":800,"cacheWriteInputTokens":50,"cacheDetails":[{"ttl":"5m","inputTokens":50}]}}"#,
      .bedrock
    ),
    (
      #"{"model":"m","usage_metadata":{"input_tokens":950,"output_tokens":30,"total_tokens":980,"input_token_details":{"cache_read":800,"cache_creation":50}}}"#,
      .langChain
    ),
  ])
  func `every shape leads to the same classes`(json: String, shape: UsageShape) throws {
    let record = try record(json)
    #expect((record.shape, record.model) == (shape, "m"))
    let usage = try record.usage(writtenFor: .fiveMinutes)
    #expect((usage.uncachedInput, usage.cachedRead, usage.output) == (100, 800, 30))
    #expect(usage.cacheWrites == [CacheWrite(50, for: .fiveMinutes)])
  }

  @Test func `Gemini's thoughts are output and what tools put into the prompt is input`() throws {
    let record = try record(
      #"{"modelVersion":"gemini-2.5-pro","usageMetadata":{"promptTokenCount":900,"cachedContentTokenCount":800,"candidatesTokenCount":10,"thoughtsTokenCount":20,"toolUsePromptTokenCount":7,"totalTokenCount":937}}"#
    )
    let usage = try record.usage(writtenFor: .fiveMinutes)
    #expect((record.shape, record.model) == (.gemini, "gemini-2.5-pro"))
    #expect((usage.uncachedInput, usage.cachedRead, usage.output) == (107, 800, 30))
  }

  @Test func `DeepSeek's hits are read, and must leave its misses`() throws {
    let usage = try record(
      #"{"prompt_tokens":900,"prompt_cache_hit_tokens":800,"prompt_cache_miss_tokens":100,"completion_tokens":5}"#
    ).usage(writtenFor: .fiveMinutes)
    #expect((usage.uncachedInput, usage.cachedRead) == (100, 800))
    #expect(throws: UsageRecordError.self) {
      try record(#"{"prompt_tokens":900,"prompt_cache_hit_tokens":800,"prompt_cache_miss_tokens":101}"#)
    }
  }

  @Test func `reasoning is output once, on top of it only where the total says so`() throws {
    let inside =
      #"{"prompt_tokens":10,"completion_tokens":30,"total_tokens":40,"completion_tokens_details":{"reasoning_tokens":20}}"#
    let onTop =
      #"{"prompt_tokens":10,"completion_tokens":30,"total_tokens":60,"completion_tokens_details":{"reasoning_tokens":20}}"#
    #expect(try record(inside).usage(writtenFor: .fiveMinutes).output == 30)
    #expect(try record(onTop).usage(writtenFor: .fiveMinutes).output == 50)
  }

  @Test func `the caller may say that input excludes cached tokens`() throws {
    let json = #"{"prompt_tokens":4,"cache_read_input_tokens":2455,"completion_tokens":23}"#
    let error = #expect(throws: UsageRecordError.self) { try record(json) }
    #expect(
      error?.description
        == "2455 tokens read from or written to the cache exceed the 4 input tokens that hold them; if the input does not hold them, say that it excludes cached tokens"
    )
    #expect(try record(json, .excludesCached).usage(writtenFor: .fiveMinutes).totalInput == 2_459)
  }

  @Test func `what is used beside text is named`() throws {
    #expect(
      try record(#"{"prompt_tokens":10,"prompt_tokens_details":{"audio_tokens":5},"completion_tokens":1}"#).unpriced
        == ["audio input"])
    #expect(
      try record(#"{"input_tokens":10,"output_tokens":1,"server_tool_use":{"web_search_requests":2}}"#).unpriced
        == ["web search"])
  }

  @Test(arguments: [
    (#""created":1795996800"#, "2026-11-30T00Z"), (#""created":1796083199"#, "2026-11-30T23Z"),
    (#""created_at":"2028-02-29T05:06:07.123Z""#, "2028-02-29T05Z"),
    (#""timestamp":"2026-12-01 10:00:00+00:00""#, "2026-12-01T10Z"),
    (#""timestamp":"2026-12-01T10:00:00+02:00""#, nil), (#""created":-1"#, nil), (#""created":"soon""#, nil),
    (#""x":1"#, nil),
  ])
  func `a record says when it was made`(member: String, time: String?) throws {
    #expect(try record("{\(member),\"usage\":{\"prompt_tokens\":1}}").time?.description == time)
  }

  @Test func `each record has the prices of its own time`() throws {
    let pricing = RecordPricing(try RateCatalogue.builtIn)
    let costs = try ["2026-11-30T12:00:00Z", "2026-12-01T12:00:00Z"].map { time in
      try pricing.priced(
        record(#"{"model":"gemini-4-argon","timestamp":"\#(time)","usage":{"prompt_tokens":1000000}}"#)
      ).knownTotal.decimalText
    }
    #expect(costs == ["2", "4"])
  }

  @Test(arguments: [("batch", "1.25"), ("default", "2.5")])
  func `a record says how it was processed`(tier: String, usd: String) throws {
    let json = #"{"model":"gpt-5.4","service_tier":"\#(tier)","usage":{"prompt_tokens":1000,"completion_tokens":0}}"#
    let priced = try RecordPricing(RateCatalogue.builtIn).priced(record(json))
    #expect(try priced.knownTotal * 1_000 == Money(dollars: usd))
    let flex = json.replacing("\(tier)", with: "flex")
    let gaps = try RecordPricing(RateCatalogue.builtIn).priced(record(flex)).gaps
    #expect(gaps == ["gpt-5.4 has no known price for the service tier flex"])
  }

  @Test(arguments: [
    "", "{", "[]", "1", "null", "{}", #"{"usage":null}"#, #"{"usage":{}}"#, #"{"usage":[1]}"#, #"{"prompt_tokens":-1}"#,
    #"{"prompt_tokens":1.5}"#, #"{"prompt_tokens":"1"}"#, #"{"prompt_tokens":99999999999999999999}"#,
    #"{"prompt_tokens":1e3}"#, #"{"input_tokens":true}"#,
    #"{"prompt_tokens":9223372036854775807,"prompt_tokens_details":{"cached_tokens":9223372036854775807,"cache_write_tokens":1}}"#,
    #"{"input_tokens":1,"cache_creation_input_tokens":5,"cache_creation":{"ephemeral_5m_input_tokens":7}}"#,
    #"{"prompt_tokens":9,"prompt_tokens_details":{"cached_tokens":1},"cache_read_input_tokens":2}"#,
    #"{"inputTokens":1,"cacheDetails":[{"ttl":"soon","inputTokens":1}]}"#,
    #"{"inputTokens":1,"cacheWriteInputTokens":5,"cacheDetails":[{"ttl":"5m","inputTokens":7}]}"#,
    #"{"input_tokens":9223372036854775807,"cache_read_input_tokens":1}"#,
    #"{"input_tokens":0,"cache_creation":{"ephemeral_5m_input_tokens":9223372036854775807,"ephemeral_1h_input_tokens":1}}"#,
    #"{"promptTokenCount":9223372036854775807,"toolUsePromptTokenCount":1}"#,
    #"{"a":{"response":{"body":{"message":{"usage":{"prompt_tokens":1}}}}}}"#,
  ])
  func `what is no record is an error`(json: String) {
    #expect(throws: UsageRecordError.self) { try record(json) }
  }

  @Test func `a record that names no model needs one`() throws {
    let error = #expect(throws: RecordPricingError.self) {
      try RecordPricing(RateCatalogue.builtIn).priced(record(#"{"prompt_tokens":1}"#))
    }
    #expect(error?.description == "the record names no model, and none is named for it")
  }

  @Test func `models beyond the limit are counted together, so that memory is bounded`() throws {
    var totals = UsageTotals()
    let pricing = RecordPricing(try RateCatalogue.builtIn)
    for number in 0..<1_500 {
      try totals.add(pricing.priced(record(#"{"model":"m\#(number)","prompt_tokens":1}"#)))
    }
    #expect((totals.rows.count, totals.records, totals.incomplete) == (1_001, 1_500, 1_500))
    #expect(totals.rows.last?.model == UsageTotals.otherModels)
  }
}
