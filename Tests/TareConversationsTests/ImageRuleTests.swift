import Testing

@testable import TareConversations

struct ImageRuleTests {
  private let formulas: ChatFormulas

  init() throws { formulas = try ChatFormulas.builtIn }

  private func tokens(_ model: String, _ width: Int, _ height: Int, _ detail: MessageImage.Detail = .high) throws -> Int
  {
    let size = try #require(ImageSize(width: width, height: height))
    return try #require(formulas.imageRule(for: model)).tokens(of: MessageImage(detail: detail, size: size)).tokens
  }

  /// The examples in the providers' guides.
  @Test(arguments: [
    ("gpt-4o", 1_024, 1_024, MessageImage.Detail.high, 765), ("gpt-4o", 2_048, 4_096, .high, 1_105),
    ("gpt-4o", 4_096, 8_192, .low, 85), ("gpt-4.1-mini", 1_024, 1_024, .high, 1_659),
    ("gpt-5", 1_024, 1_024, .high, 70 + 4 * 140), ("o3", 512, 512, .high, 225), ("gpt-4o-mini", 512, 512, .high, 8_500),
    ("claude-sonnet-4-6", 200, 200, .high, 64), ("claude-sonnet-4-6", 1_000, 1_000, .high, 1_296),
    ("gemini-2.5-flash", 384, 384, .high, 258), ("gemini-2.5-flash", 960, 540, .high, 1_548),
    ("gemini-3-flash-preview", 4_000, 3_000, .low, 280),
  ])
  func `the examples of the guides come out as they say`(
    model: String, width: Int, height: Int, detail: MessageImage.Detail, expected: Int
  ) throws {
    #expect(try tokens(model, width, height, detail) == expected)
  }

  @Test func `patches above the budget are scaled down as the guide does it`() throws {
    let rule = PatchRule(
      patch: 32, limit: .init(budget: 1_536, edge: 0), originalLimit: nil, multiplier: 1_000, leastMultiplier: 1_000)
    let image = MessageImage(size: ImageSize(width: 1_800, height: 2_400))
    #expect(ImageRule.patches(rule).tokens(of: image).tokens == 1_452)
  }

  @Test(arguments: [
    "gpt-4o", "gpt-4o-mini", "gpt-5", "gpt-5-mini", "gpt-5.4", "gpt-6-sol", "o1", "claude-opus-4-6", "claude-opus-5",
    "gemini-3.5-flash",
  ])
  func `no picture costs more than one of unknown size, and a larger one of its shape never less`(model: String) throws
  {
    let rule = try #require(formulas.imageRule(for: model))
    let most = rule.tokens(of: MessageImage()).tokens
    for (width, height) in [(1, 1), (3, 2), (16, 9), (1, 40), (40, 1), (7, 5)] {
      var last = 0
      for scale in [1, 10, 31, 100, 320, 1_000, 50_000] {
        let size = try #require(ImageSize(width: width * scale, height: height * scale))
        let count = rule.tokens(of: MessageImage(size: size))
        #expect(count.tokens > 0 && count.tokens <= most && count.uncertain <= count.tokens, "\(size)")
        // Scaling down to a whole number of patches may lose a row at the budget.
        #expect(count.tokens * 100 >= min(last, most) * 94, "\(size)")
        last = count.tokens
      }
    }
  }

  @Test func `where sources differ the most is counted and the rest is uncertain`() throws {
    let rule = try #require(formulas.imageRule(for: "gpt-5-mini"))
    let count = rule.tokens(of: MessageImage(size: ImageSize(width: 320, height: 320)))
    #expect(count == MessageCount(tokens: 162, uncertain: 42))
    #expect(formulas.imageRule(for: "grok-4") == nil)
  }

  @Test func `of names that begin alike the longest decides`() {
    #expect(formulas.framing(for: "gpt-4o-mini")?.tool == 7)
    #expect(formulas.framing(for: "gpt-4-turbo")?.tool == 10)
    #expect(formulas.framing(for: "gpt-3.5-turbo-0301")?.message == 4)
    #expect(formulas.framing(for: "claude-opus-4-7")?.name == "claude-4.7")
    #expect(formulas.framing(for: "grok-4")?.status == .unpublished)
    #expect(formulas.toolPrompt(for: "claude-opus-4-8") == ToolPrompt(auto: 290, any: 410))
    #expect(formulas.toolPrompt(for: "gpt-4o") == nil)
  }
}
