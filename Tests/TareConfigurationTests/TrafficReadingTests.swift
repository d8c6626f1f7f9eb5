import TarePricing
import TareSavings
import TareText
import Testing

@testable import TareConfiguration

struct TrafficReadingTests {
  private func traffic(_ yaml: String) throws -> FileSettings {
    try TareConfigurationTests.settings("traffic: {\"**\": \(yaml)}")
  }

  @Test func `a number is requests in a month`() throws {
    let settings = try traffic("50000")
    #expect(settings.requestsPerMonth == 50_000 && settings.traffic?.shape == .requests)
  }

  @Test func `a mapping says how prompts are sent`() throws {
    let settings = try traffic(
      "{model: gpt-5.4, conversations-per-month: 10, turns: 12, new-input-tokens: 100, output_tokens: 250, "
        + "gaps: live-chat, cache: 1h, retries: 5%}")
    let profile = try #require(settings.traffic)
    #expect(settings.model?.value == "gpt-5.4" && profile.shape == .conversation(turns: 12))
    #expect(profile.requestsPerMonth == 120 && profile.newInputTokens == 100 && profile.outputTokens == 250)
    #expect(profile.gaps?.description == "live-chat" && profile.cache.description == "1h")
    #expect(profile.retriesPerMillion == 50_000)
    let tasks = try traffic("{requests-per-month: 30, calls-per-task: 8, batch: true, tier: flex, retries: 0.0125}")
    #expect(tasks.requestsPerMonth == 240 && tasks.traffic?.processing == .batch && tasks.traffic?.tier == "flex")
    #expect(tasks.traffic?.retriesPerMillion == 12_500)
    #expect(try traffic("{tier: standard}").traffic == TrafficProfile())
  }

  @Test(arguments: [
    "{requests-per-month: 1, conversations-per-month: 1, turns: 2}", "{conversations-per-month: 1}",
    "{requests-per-month: 5, turns: 2}", "{conversations-per-month: 1, turns: 0}", "{gaps: sometimes}",
    "{gaps: '20s:30,5m:60'}", "{cache: 5}", "{retries: -1%}", "{retries: some}", "{calls-per-task: 0}",
    "{conversations-per-month: 1, turns: 2, batch: true}", "{output-tokens: 999999999999}", "{requests: 5}", "[]",
    "-3", "{turns: 100000}",
  ])
  func `what cannot be is an error with its place`(yaml: String) {
    let error = #expect(throws: ConfigurationError.self) { try traffic(yaml) }
    #expect(error?.place.location != nil, "\(error?.description ?? "")")
  }

  @Test func `a gate of a nearer file takes the place of one below`() throws {
    var below = try ConfigurationLayer(
      yaml: Array("gates: [{gate: growth, limit: 10%}, {gate: prompt-tokens, limit: 900}]".utf8), name: "a",
      folder: LexicalPath("/"))
    below.isCheckedElsewhere = true
    let above = try ConfigurationLayer(
      yaml: Array("gates: [{gate: growth, limit: 5%, level: warn}, {gate: unknown-model}]".utf8), name: "b",
      folder: LexicalPath("/"))
    let gates = try Configuration([below, above]).gates
    #expect(
      gates == [
        GateSetting(.promptTokens(900)), GateSetting(.growth(perMille: 50), level: .warn), GateSetting(.unknownModel),
      ])
  }

  @Test(arguments: [
    "{gate: growth}", "{gate: growth, limit: 10}", "{limit: 10%}", "{gate: grows, limit: 10%}",
    "{gate: unknown-model, limit: 3}", "{gate: exactness, limit: quite}", "{gate: growth, limit: 10%, level: maybe}",
  ])
  func `a gate that cannot be is an error with its place`(yaml: String) {
    let error = #expect(throws: ConfigurationError.self) { try TareConfigurationTests.settings("gates: [\(yaml)]") }
    #expect(error?.place.location != nil, "\(error?.description ?? "")")
  }
}
