import TarePricing
import Testing

/// Bills that other tools got wrong, in numbers; the expected sums are worked out by hand from the stated prices.
struct RateCostTests {
  /// A model with the given prices, read like any other.
  private func rate(
    input: String, cached: String? = nil, writes: [(String, String)] = [], output: String? = nil
  ) throws -> Rate {
    let prices = [("input", input), ("cachedInput", cached), ("output", output)]
      .compactMap { name, price in price.map { "\"\(name)\": \"\($0)\"" } }.joined(separator: ", ")
    let cacheWrites = writes.map { "{\"lifetime\": \"\($0)\", \"price\": \"\($1)\"}" }.joined(separator: ", ")
    let json = """
      {"schemaVersion": 1, "date": "2026-11-20", "source": "test", "currency": "USD", "unit": "million tokens",
       "models": [{"model": "m", "provider": "p", "prices": {\(prices)}, "cacheWrites": [\(cacheWrites)], "source": {"record": "r"}}]}
      """
    return try RateCatalogue(parsing: Array(json.utf8)).rate(for: "m")
  }

  @Test func `cache writes are billed once, not on top of input`() throws {
    let usage = try Usage(
      input: 3, counting: .excludesCached, cacheWrites: [CacheWrite(12_304, for: .fiveMinutes)], output: 550)
    let rate = try rate(input: "3", writes: [("5m", "3.75")], output: "15")
    #expect(try rate.cost(of: usage).decimalText == "0.054399")
  }

  @Test func `cached reads in an inclusive total are billed once, at their own price`() throws {
    let haiku = try rate(input: "0.8", cached: "0.08", output: "4")
    let usage = try Usage(input: 2_459, counting: .includesCached, cachedRead: 2_455, output: 23)
    #expect(usage.uncachedInput == 4)
    #expect(try haiku.cost(of: usage).decimalText == "0.0002916")
    let mini = try rate(input: "0.5", cached: "0.05", output: "3")
    let second = try Usage(input: 20_212, counting: .includesCached, cachedRead: 16_298, output: 931)
    #expect(try mini.cost(of: second).decimalText == "0.0055649")
  }

  @Test func `reads and writes both leave an inclusive total`() throws {
    let usage = try Usage(
      input: 1_000, counting: .includesCached, cachedRead: 200, cacheWrites: [CacheWrite(700, for: .fiveMinutes)])
    let rate = try rate(input: "3", cached: "0.3", writes: [("5m", "3.75")])
    #expect(try rate.cost(of: usage).decimalText == "0.002985")
  }

  @Test func `each lifetime has its own write price`() throws {
    let usage = try Usage(input: 0, counting: .excludesCached, cacheWrites: [CacheWrite(1_000_000, for: .oneHour)])
    #expect(try RateCatalogue.builtIn.rate(for: "claude-sonnet-4-6").cost(of: usage).decimalText == "6")
    let small = try Usage(input: 0, counting: .excludesCached, cacheWrites: [CacheWrite(2_000, for: .oneHour)])
    #expect(throws: PricingError.missingPrice(model: "gpt-5.6-sol", kind: "cache write for 1h")) {
      try RateCatalogue.builtIn.rate(for: "gpt-5.6").cost(of: small)
    }
  }

  @Test func `OpenAI's cache writes are priced since they are billed`() throws {
    let usage = try Usage(
      input: 10_000, counting: .includesCached, cachedRead: 6_000,
      cacheWrites: [CacheWrite(3_000, for: .thirtyMinutes)], output: 100)
    #expect(try RateCatalogue.builtIn.rate(for: "gpt-5.6-sol").cost(of: usage).decimalText == "0.0234")
  }

  @Test(arguments: [
    ("gpt-5.4", 272_000, "0.695"), ("gpt-5.4", 272_001, "1.382505"), ("grok-4.7", 199_999, "0.405998"),
    ("grok-4.7", 200_000, "0.812"),
  ])
  func `one token over a threshold makes the whole request dearer`(model: String, input: Int, cost: String) throws {
    let usage = try Usage(input: input, counting: .includesCached, output: 1_000)
    #expect(try RateCatalogue.builtIn.rate(for: model).cost(of: usage).decimalText == cost)
  }

  @Test(arguments: [(1, "1.35"), (9, "2.15")])
  func `a prefix that is written once and read again is cheaper than sent again`(reads: Int, cost: String) throws {
    let rate = try rate(input: "1", cached: "0.1", writes: [("30m", "1.25")])
    let usage = try Usage(
      input: 0, counting: .excludesCached, cachedRead: reads * 1_000_000,
      cacheWrites: [CacheWrite(1_000_000, for: .thirtyMinutes)])
    #expect(try rate.cost(of: usage).decimalText == cost)
  }

  @Test func `tokens without a known price are an error, never free and never guessed`() throws {
    let rate = try rate(input: "2.75")
    let usage = try Usage(input: 1_000, counting: .includesCached, cachedRead: 900)
    let error = #expect(throws: PricingError.self) { try rate.cost(of: usage) }
    #expect(error?.description == "m has no known price for cached input")
    #expect(try rate.cost(of: Usage(input: 1_000, counting: .includesCached)).decimalText == "0.00275")
  }

  @Test func `cached parts of a long request and of a batch have no known price`() throws {
    let gpt = try RateCatalogue.builtIn.rate(for: "gpt-5.4")
    let long = try Usage(input: 300_000, counting: .includesCached, cachedRead: 1)
    let error = #expect(throws: PricingError.self) { try gpt.cost(of: long) }
    #expect(error?.description == "gpt-5.4 has no known price for cached input from 272001 input tokens on")
    let short = try Usage(input: 2_000, counting: .includesCached, cachedRead: 1)
    #expect(throws: PricingError.self) { try gpt.cost(of: short, processing: .batch) }
  }

  @Test func `a batch has its own price, and none where none is known`() throws {
    let usage = try Usage(input: 1_000_000, counting: .includesCached, output: 1_000_000)
    let catalogue = try RateCatalogue.builtIn
    #expect(try catalogue.rate(for: "gpt-4.1-nano").cost(of: usage, processing: .batch).decimalText == "0.25")
    #expect(throws: PricingError.self) { try catalogue.rate(for: "gpt-4").cost(of: usage, processing: .batch) }
  }

  @Test func `the cost of two usages together is the sum of their costs`() throws {
    let rate = try RateCatalogue.builtIn.rate(for: "claude-sonnet-4-6")
    for tokens in stride(from: 1, to: 100_000, by: 7_919) {
      let one = try Usage(input: tokens, counting: .excludesCached, cachedRead: 3 * tokens, output: 7)
      let two = try Usage(input: 2 * tokens, counting: .excludesCached, cachedRead: 6 * tokens, output: 14)
      #expect(try rate.cost(of: one) * 2 == rate.cost(of: two))
    }
  }

  @Test func `a usage nobody could pay is still exact`() throws {
    let usage = try Usage(input: .max, counting: .includesCached, output: .max)
    #expect(try RateCatalogue.builtIn.rate(for: "gpt-4").cost(of: usage).decimalText == "830103483316929.82263")
  }
}

struct UsageTests {
  @Test func `cached tokens beyond the input that holds them are refused`() throws {
    let error = #expect(throws: UsageError.self) { try Usage(input: 10, counting: .includesCached, cachedRead: 11) }
    #expect(error == .cachedExceedsInput(cached: 11, input: 10))
    #expect(try Usage(input: 10, counting: .excludesCached, cachedRead: 11).totalInput == 21)
  }

  @Test func `negative and uncountable numbers are refused`() {
    #expect(throws: UsageError.negative) { try Usage(input: -1, counting: .includesCached) }
    #expect(throws: UsageError.negative) { try Usage(input: 1, counting: .includesCached, output: -1) }
    #expect(throws: UsageError.tooLarge) { try Usage(input: .max, counting: .excludesCached, cachedRead: 1) }
    #expect(throws: UsageError.cachedExceedsInput(cached: .max, input: 0)) {
      try Usage(
        input: 0, counting: .includesCached, cachedRead: .max, cacheWrites: [CacheWrite(.max, for: .oneHour)])
    }
  }

  @Test func `writes of one lifetime are one, shortest first`() throws {
    let usage = try Usage(
      input: 0, counting: .excludesCached,
      cacheWrites: [
        CacheWrite(5, for: .oneHour), CacheWrite(1, for: .fiveMinutes), CacheWrite(0, for: .twelveHours),
        CacheWrite(2, for: .oneHour),
      ])
    #expect(usage.cacheWrites == [CacheWrite(1, for: .fiveMinutes), CacheWrite(7, for: .oneHour)])
  }
}
