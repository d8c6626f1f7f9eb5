/// What somebody expects of an application: the requests, and what is done to make them cheaper or comes on top.
///
/// Nothing is expected unless it is stated: with the first three members and a volume alone, the forecast is the plain
/// sum of requests.
public struct ForecastScenario: Sendable, Hashable {
  /// What it is called; `nil` where there is only one.
  public var name: String?
  /// What the model charges that answers.
  public var rate: Rate
  /// Input tokens of a request, on average, those of the prompts among them.
  public var inputTokens: Fraction
  /// Prompts whose tokens were counted.
  public var prompts: [CountedPrompt] = []
  /// Output tokens of a request, on average.
  public var outputTokens: Fraction
  /// How many requests, or tasks, there are.
  public var volume: RequestVolume
  /// How many requests a task takes.
  public var callsPerTask: Fraction?
  /// The share of input tokens that is cut.
  public var inputCut: Fraction?
  /// The share of output tokens that is cut.
  public var outputCut: Fraction?
  /// Who answers besides.
  public var routing: Routing?
  /// The prefix that the provider remembers.
  public var promptCaching: PromptCaching?
  /// The share of requests that may wait for a batch.
  public var batchShare: Fraction?
  /// Answers that are given again, in the order in which they are looked for.
  public var responseCaches: [ResponseCache] = []
  /// Requests that are made again.
  public var retries: Retries?
  /// Calls besides each request.
  public var extraCalls: [ExtraCalls] = []
  /// Work besides all requests.
  public var work: [PeriodicWork] = []
  /// What prices are expected to do.
  public var priceDecline: PriceDecline?
  /// Costs beside the models.
  public var overheads: [Overhead] = []
  /// The share of requests, or tasks, that succeed in the end.
  public var successShare: Fraction?
  /// Machines of one's own to compare with.
  public var selfHosting: SelfHosting?
  /// Dollars that getting here costs once.
  public var oneOffUSD: Fraction?

  /// Plain requests of a model.
  public init(
    name: String? = nil, rate: Rate, inputTokens: Fraction, outputTokens: Fraction, volume: RequestVolume = .thousand
  ) {
    (self.name, self.rate, self.volume) = (name, rate, volume)
    (self.inputTokens, self.outputTokens) = (inputTokens, outputTokens)
  }
}

extension ForecastScenario {
  /// Every model that something of it is priced with, the scenario's own first, each once.
  public var rates: [Rate] {
    var rates = [rate]
    let calls = responseCaches.compactMap(\.lookup) + extraCalls.map(\.price) + work.map(\.price)
    let others =
      (routing?.routes ?? []).compactMap(\.target.rate) + calls.compactMap(\.rate)
    for rate in others where !rates.contains(rate) { rates.append(rate) }
    return rates
  }
}

extension Route.Target {
  fileprivate var rate: Rate? {
    if case .model(let rate) = self { return rate }
    return nil
  }
}

extension CallPrice {
  fileprivate var rate: Rate? {
    if case .tokens(let rate, _, _) = basis { return rate }
    return nil
  }
}
