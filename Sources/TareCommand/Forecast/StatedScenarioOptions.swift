import ArgumentParser
import Tare

/// A simple scenario, on the command line.
struct StatedScenarioOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Input tokens of a request, on average.", valueName: "tokens"))
  var inputTokens: DecimalArgument?

  @Option(
    help: ArgumentHelp(
      "A prompt that each request sends besides; its tokens are counted. Can be given several times.",
      valueName: "file"))
  var prompt: [String] = []

  @Option(help: ArgumentHelp("Output tokens of a request, on average.", valueName: "tokens"))
  var outputTokens: DecimalArgument?

  @Option(help: ArgumentHelp("Requests of a day, or tasks with --calls-per-task.", valueName: "n"))
  var requestsPerDay: DecimalArgument?

  @Option(help: ArgumentHelp("Requests of a month, in place of those of a day.", valueName: "n"))
  var requestsPerMonth: DecimalArgument?

  @Option(help: ArgumentHelp("Days of a month; 30.", valueName: "days"))
  var days: DecimalArgument?

  @Option(help: ArgumentHelp("Dollars for a million input tokens, in place of the model's.", valueName: "usd"))
  var inputPerMillion: String?

  @Option(help: ArgumentHelp("Dollars for a million output tokens.", valueName: "usd"))
  var outputPerMillion: String?

  @Option(help: ArgumentHelp("Requests that each task takes.", valueName: "n"))
  var callsPerTask: DecimalArgument?

  @Option(help: ArgumentHelp("The share of input tokens that is cut, such as 60%.", valueName: "share"))
  var inputCut: ShareArgument?

  @Option(help: ArgumentHelp("The share of output tokens that is cut.", valueName: "share"))
  var outputCut: ShareArgument?

  @Option(help: ArgumentHelp("Tokens that requests have in common, from the start.", valueName: "tokens"))
  var cachedPrefix: Int?

  @Option(help: ArgumentHelp("The share of requests that find them in the provider's cache.", valueName: "share"))
  var cacheHitRate: ShareArgument?

  @Option(help: ArgumentHelp("The share of requests that may wait for a batch.", valueName: "share"))
  var batch: ShareArgument?

  @Option(
    help: ArgumentHelp(
      "The share of requests whose answer is given again; can be given several times, and compounds.",
      valueName: "share"))
  var responseCache: [ShareArgument] = []

  @Option(help: ArgumentHelp("The share of requests that is made again.", valueName: "share"))
  var retryRate: ShareArgument?

  @Option(help: ArgumentHelp("How many further tries such a request takes on average.", valueName: "n"))
  var averageRetries: DecimalArgument?

  @Option(help: ArgumentHelp("Dollars a month for machines of one's own, to compare with.", valueName: "usd"))
  var selfHostUsd: DecimalArgument?

  /// Whether any of them is there.
  var isStated: Bool {
    let numbers = [
      inputTokens, outputTokens, requestsPerDay, requestsPerMonth, days, callsPerTask, averageRetries, selfHostUsd,
    ]
    let shares = [inputCut, outputCut, batch, retryRate, cacheHitRate]
    return numbers.contains { $0 != nil } || shares.contains { $0 != nil } || !responseCache.isEmpty
      || inputPerMillion != nil || outputPerMillion != nil || cachedPrefix != nil || !prompt.isEmpty
  }

  func validate() throws {
    if requestsPerDay != nil, requestsPerMonth != nil {
      throw ValidationError("--requests-per-day and --requests-per-month are both there; give one")
    }
    if days != nil, requestsPerDay == nil, requestsPerMonth == nil {
      throw ValidationError("--days says how long a month is; --requests-per-day is missing")
    }
    if (retryRate == nil) != (averageRetries == nil) {
      throw ValidationError("--retry-rate and --average-retries belong together")
    }
    if (cachedPrefix == nil) != (cacheHitRate == nil) {
      throw ValidationError("--cached-prefix and --cache-hit-rate belong together")
    }
    if inputPerMillion == nil, outputPerMillion != nil {
      throw ValidationError("--output-per-million needs --input-per-million besides")
    }
  }

  /// The scenario, answered by `rate` unless prices are stated.
  ///
  /// - Parameter counting: Counts the prompt at a path for a model.
  func scenario(
    _ rate: Rate?, counting: (String, Rate) throws(CommandError) -> CountedPrompt
  ) throws(CommandError) -> ForecastScenario {
    guard let outputTokens, inputTokens != nil || !prompt.isEmpty else {
      throw .usage("name a file of scenarios, or give --input-tokens and --output-tokens")
    }
    guard let rate = try stated(rate?.model) ?? rate else {
      throw .usage("name the --model that answers, or give --input-per-million")
    }
    var prompts: [CountedPrompt] = []
    for path in prompt { prompts.append(try counting(path, rate)) }
    let counted = Fraction.sum(of: prompts.map { Fraction($0.tokens) })
    var scenario = ForecastScenario(
      rate: rate, inputTokens: (inputTokens?.number ?? .zero) + counted, outputTokens: outputTokens.number,
      volume: volume)
    scenario.prompts = prompts
    scenario.callsPerTask = callsPerTask?.number
    (scenario.inputCut, scenario.outputCut) = (inputCut?.share, outputCut?.share)
    if let cachedPrefix, let cacheHitRate {
      scenario.promptCaching = PromptCaching(prefixTokens: cachedPrefix, hitShare: cacheHitRate.share)
    }
    scenario.batchShare = batch?.share
    scenario.responseCaches = responseCache.enumerated().map { index, cache in
      ResponseCache(name: responseCache.count == 1 ? "response" : "response \(index + 1)", hitShare: cache.share)
    }
    if let retryRate, let averageRetries {
      scenario.retries = Retries(share: retryRate.share, average: averageRetries.number)
    }
    scenario.selfHosting = selfHostUsd.map { SelfHosting(fixedUSD: $0.number) }
    return scenario
  }

  private var volume: RequestVolume {
    if let requestsPerDay { return RequestVolume(requestsPerDay.number, in: .day, days: days?.number) }
    return requestsPerMonth.map { RequestVolume($0.number, in: .month, days: days?.number) } ?? .thousand
  }

  private func stated(_ name: String?) throws(CommandError) -> Rate? {
    guard let inputPerMillion else { return nil }
    do {
      return Rate(
        stated: name ?? "a model with stated prices", input: try TokenPrice(perMillion: inputPerMillion),
        output: try outputPerMillion.map { text throws(DecimalTextError) in try TokenPrice(perMillion: text) })
    } catch {
      throw .usage(error.description)
    }
  }
}
