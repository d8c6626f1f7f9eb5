import Foundation
import TarePricing
import TareText
import TestMaterial
import Testing

@testable import TareConfiguration

struct ScenarioFileTests {
  private func scenarios(_ yaml: String, model: String? = nil) throws -> [ForecastScenario] {
    let catalogue = try RateCatalogue.builtIn
    let rate = try model.map { try catalogue.rate(for: $0) }
    return try ScenarioFile(Array(yaml.utf8), name: "s.yaml", catalogue: catalogue, defaultModel: rate).scenarios
  }

  private func mistake(in yaml: String) -> String? {
    let error = #expect(throws: ConfigurationError.self) { try scenarios(yaml) }
    return error?.description
  }

  private static let plain = "model: gpt-5.4\ninput-tokens: 2_000\noutput-tokens: 500\n"

  @Test func `a scenario without more is the plain requests`() throws {
    let scenario = try #require(try scenarios(Self.plain + "requests-per-day: 50000").first)
    #expect(scenario.rate.model == "gpt-5.4")
    #expect(scenario.volume == RequestVolume(Fraction(50_000), in: .day))
    #expect(try Forecast(scenario).lines.count == 1)
  }

  @Test func `JSON is read as YAML is, with tabs and without`() throws {
    let json = "{\n\t\"model\": \"gpt-5.4\",\n\t\"input_tokens\": 2000, \"output-tokens\": \"500\"}"
    #expect(try scenarios(json) == scenarios(Self.plain))
  }

  @Test func `a scenario has what stands above all, unless it says otherwise`() throws {
    let yaml =
      Self.plain + """
        requests-per-day: 10
        input-cut: 10%
        scenarios:
          - name: a
          - {name: b, input-cut: 0.2, requests-per-month: 7}
          - {name: c, input-per-million: 3, output-per-million: 15}
          - {name: d, model: gpt-5.4-mini}
        """
    let read = try scenarios(yaml)
    #expect(read.map(\.name) == ["a", "b", "c", "d"])
    #expect(try read.map(\.inputCut) == [share("10%"), share("20%"), share("10%"), share("10%")])
    #expect(read.map(\.volume.period) == [.day, .month, .day, .day])
    #expect(read.map(\.rate.isStated) == [false, false, true, false])
    #expect(read[3].rate.model == "gpt-5.4-mini")
  }

  @Test func `prices of one place never go with a model of the other`() throws {
    let yaml =
      "input-per-million: 3\noutput-per-million: 15\ninput-tokens: 1\noutput-tokens: 1\n"
      + "scenarios: [{name: a}, {name: b, model: gpt-5.4}]"
    #expect(try scenarios(yaml).map(\.rate.isStated) == [true, false])
  }

  @Test func `the model of the command line answers where none is named`() throws {
    let yaml = "input-tokens: 1\noutput-tokens: 1"
    #expect(try scenarios(yaml, model: "gpt-4o").first?.rate.model == "gpt-4o")
    #expect(mistake(in: yaml)?.contains("model is missing") == true)
  }

  @Test func `prompts are counted for the model of their scenario, and added`() throws {
    let yaml = """
      output-tokens: 1
      prompts: [a.md, ../b.md]
      scenarios:
        - {name: a, model: gpt-4o}
        - {name: b, model: gpt-5.4, input-tokens: 100}
      """
    let file = try ScenarioFile(
      Array(yaml.utf8), name: "s", catalogue: RateCatalogue.builtIn, folder: LexicalPath("x/y")
    ) { path, rate in CountedPrompt(path: path, tokens: rate.model == "gpt-4o" ? 7 : 9, basis: "exact") }
    #expect(file.scenarios.map(\.inputTokens) == [Fraction(14), Fraction(118)])
    #expect(file.scenarios[0].prompts.map(\.path) == ["x/y/a.md", "x/b.md"])
    #expect(mistake(in: "model: gpt-4o\noutput-tokens: 1\nprompts: a.md") == "s.yaml:3:10: a.md cannot be read here")
  }

  @Test func `every key of every mapping is read`() throws {
    let scenario = try #require(
      try scenarios(
        """
        name: all
        model: house
        input-per-million: 3
        output-per-million: 15
        cached-input-per-million: 0.3
        cache-write-per-million: 3.75
        minimum-cacheable-tokens: 1024
        batch-input-per-million: 1.5
        batch-output-per-million: 7.5
        input-tokens: 2000.5
        output-tokens: 500
        requests-per-day: 1000
        days: 31
        calls-per-task: 3
        input-cut: 1%
        output-cut: 2%
        routes: [{share: 10%, price-ratio: 0.5}, {share: 20%, model: gpt-5.4-nano}]
        prompt-cache: {prefix-tokens: 1500, hit-rate: 90%, lifetime: 5m}
        batch: 3%
        response-caches: [{name: semantic, hit-rate: 4%, lookup: {usd: 0.0001}}]
        retries: {rate: 5%, average: 2.1}
        extra-calls: [{name: guardrail, calls: 2, model: gpt-5.4-nano, input-tokens: 10, output-tokens: 1}]
        embeddings: [{name: handbook, model: text-embedding-3-small, items: 10, tokens: 20, runs: 2}]
        evaluations: [{name: judge, cases: 100, runs: 4, usd: 0.5}]
        price-decline: {annual: 40%, months: 18}
        overheads: [{name: a, share: 15%, of: requests}, {name: b, usd: 5}, {name: c, usd-per-request: 0.001}]
        preset: naive-to-real
        success-rate: 95%
        self-host: {usd: 22000, usd-per-request: 0.001}
        one-off-usd: 100
        """
      ).first)
    #expect(scenario.name == "all" && scenario.rate.model == "house")
    #expect(scenario.rate.cacheWrites.first?.price.perMillionText == "3.75")
    #expect(scenario.rate.batch?.output?.perMillionText == "7.5")
    #expect(scenario.routing?.routes.count == 2)
    #expect(
      try scenario.promptCaching == PromptCaching(prefixTokens: 1_500, hitShare: share("90%"), lifetime: .fiveMinutes))
    #expect(scenario.work.map(\.kind) == [.embedding, .evaluation])
    #expect(scenario.overheads.count == 4)
    let forecast = try Forecast(scenario)
    #expect(forecast.isComplete && forecast.lines.count == 17)
  }

  @Test(arguments: [
    ("", "s.yaml: is empty, and has to have a scenario"),
    ("[1]", "s.yaml:1:1: s.yaml takes a mapping"),
    ("modl: a", "s.yaml:1:1: unknown key \"modl\"; did you mean \"model\"?"),
    (plain + "retries: {rat: 1}", "s.yaml:4:11: unknown key \"rat\" in retries; did you mean \"rate\"?"),
    (
      plain + "retries: {rate: 8%}",
      "s.yaml:4:10: average is missing: How many further tries such a request takes on average."
    ),
    (plain + "input-cut: 60", "s.yaml:4:12: input-cut takes a share from 0% to 100%, and here is 60"),
    (plain + "input-cut: much", "s.yaml:4:12: input-cut takes a share such as 8% or 0.08, and here is \"much\""),
    (plain + "days: 31", "s.yaml:1:1: days says how long a month is; requests-per-day is missing"),
    (
      plain + "requests-per-day: 1\nrequests-per-month: 1",
      "s.yaml:1:1: requests-per-day and requests-per-month are both there; give one"
    ),
    (plain + "scenarios: []", "s.yaml:4:12: scenarios has 0 of them, and there have to be 1 to 50"),
    (plain + "scenarios: [{input-cut: 1%}]", "s.yaml:4:13: name is missing: each of several scenarios has its own"),
    (plain + "scenarios: [{name: a}, {name: a}]", "s.yaml:4:24: there are two scenarios called \"a\""),
    (plain + "routes: [{share: 10%}]", "s.yaml:4:10: a route has a model or a price-ratio"),
    (plain + "routes: []\ncascade: []", "s.yaml:4:9: routes and cascade are both there; a scenario has one of them"),
    (
      plain + "overheads: [{name: a, share: 10%}]",
      "s.yaml:4:13: an overhead has a share and what it is of, or usd, or usd-per-request"
    ),
    (
      plain + "overheads: [{name: a, share: 10%, of: all}]",
      "s.yaml:4:39: of has no \"all\"; there are requests, subtotal"
    ),
    (
      plain + "overheads: [{name: a, usd: 1}]",
      "s.yaml:1:1: a cost of the month needs requests-per-day or requests-per-month"
    ),
    (
      plain + "extra-calls: [{name: a, calls: 1, usd: 1, model: gpt-5.4}]",
      "s.yaml:4:15: usd is the price of one; there is none of a model besides"
    ),
    (
      plain + "prompt-cache: {prefix-tokens: 5000, hit-rate: 1}",
      "s.yaml:1:1: the prefix of the prompt cache has 5,000 tokens, and a request has 2,000 of input"
    ),
    (
      "model: gpt-5.5x\ninput-tokens: 1\noutput-tokens: 1",
      "s.yaml:1:8: no price is known for the model \"gpt-5.5x\"; did you mean \"gpt-5.5\"? (or state input-per-million)"
    ),
    (plain + "preset: naive", "s.yaml:4:9: preset has no \"naive\"; did you mean \"naive-to-real\"?"),
    (
      plain + "output-per-million: 3", "s.yaml:1:1: input-per-million is missing"
    ),
  ])
  func `what is wrong is said with its place`(yaml: String, message: String) {
    #expect(mistake(in: yaml) == message)
  }

  @Test func `a damaged file is read or refused, and no number in it traps`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../prompts/forecasts/support.yaml")
    let yaml = Array(try Data(contentsOf: file))
    let catalogue = try RateCatalogue.builtIn
    #expect(try ScenarioFile(yaml, name: "s", catalogue: catalogue).scenarios.count == 3)
    var random = SeededGenerator(seed: 20_261_121)
    let pieces = [
      "-", "0", "9999999999999999999999999999", "%", ":", "\n", "{", "]", "&a", "*a", "\u{0}", "e9", ".", "_",
    ]
    var refused = 0
    for _ in 0..<400 {
      var damaged = yaml
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<damaged.count, using: &random)
        let piece = Array((pieces.randomElement(using: &random) ?? "").utf8)
        damaged.replaceSubrange(place..<min(damaged.count, place + Int.random(in: 0...3, using: &random)), with: piece)
      }
      do throws(ConfigurationError) {
        let scenarios = try ScenarioFile(damaged, name: "s", catalogue: catalogue).scenarios
        #expect(scenarios.allSatisfy { !$0.inputTokens.isNegative })
      } catch {
        #expect(!error.reason.isEmpty)
        refused += 1
      }
    }
    #expect(refused > 0)
  }

  @Test(arguments: ScenarioObject.allCases)
  func `no two keys have one name, and all are written with hyphens`(object: ScenarioObject) {
    #expect(Set(object.keys.map(\.name)).count == object.keys.count)
    #expect(object.keys.allSatisfy { !$0.name.contains("_") && $0.summary.hasSuffix(".") })
  }

  private func share(_ text: String) throws -> Fraction { try Fraction(share: text) }
}
