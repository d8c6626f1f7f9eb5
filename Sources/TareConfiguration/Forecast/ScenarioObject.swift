/// A mapping in a file of scenarios whose keys are fixed.
enum ScenarioObject: String, Sendable, CaseIterable {
  case file
  case scenario
  case route
  case promptCache
  case responseCache
  case lookup
  case retries
  case extraCalls
  case embedding
  case evaluation
  case priceDecline
  case overhead
  case selfHosting

  /// The keys of the object, in the order in which they are explained.
  var keys: [SettingKey] {
    switch self {
    case .file: Self.scenarioKeys + [SettingKey("scenarios", "Scenarios side by side, the first one is the baseline.")]
    case .scenario: Self.scenarioKeys
    case .route: [SettingKey("share", "The share of requests that it answers.", isRequired: true)] + Self.routeKeys
    case .promptCache: Self.promptCacheKeys
    case .responseCache: Self.responseCacheKeys
    case .lookup: Self.callKeys
    case .retries: Self.retryKeys
    case .extraCalls: Self.nameKeys + [SettingKey("calls", "Calls for each request.", isRequired: true)] + Self.callKeys
    case .embedding: Self.embeddingKeys
    case .evaluation: Self.evaluationKeys
    case .priceDecline: Self.declineKeys
    case .overhead: Self.overheadKeys
    case .selfHosting: Self.machineKeys
    }
  }

  /// Keys of prices that stand beside `model` and go before its rate in the catalogue.
  static let priceKeys = [
    SettingKey("input-per-million", "Dollars for a million input tokens."),
    SettingKey("output-per-million", "Dollars for a million output tokens."),
    SettingKey("cached-input-per-million", "Dollars for a million input tokens that are read from the cache."),
    SettingKey("cache-write-per-million", "Dollars for a million input tokens that are written to it."),
    SettingKey("minimum-cacheable-tokens", "The shortest prefix that is cached."),
    SettingKey("batch-input-per-million", "Dollars for a million input tokens in batch."),
    SettingKey("batch-output-per-million", "Dollars for a million output tokens in batch."),
  ]

  private static let modelKeys =
    [SettingKey("model", "A model of the catalogue, or what a model with stated prices is called.")] + priceKeys

  private static let nameKeys = [SettingKey("name", "What it is called.", isRequired: true)]

  private static let tokenKeys = [
    SettingKey("input-tokens", "Input tokens of one, on average, besides those of prompts."),
    SettingKey("output-tokens", "Output tokens of one, on average."),
  ]

  private static let callKeys = [SettingKey("usd", "Dollars for one, in place of a model.")] + modelKeys + tokenKeys

  private static let routeKeys =
    modelKeys + [SettingKey("price-ratio", "How many times the scenario's model it costs, in place of a model.")]

  private static let scenarioKeys =
    [SettingKey("name", "What the scenario is called.")] + modelKeys + tokenKeys + [
      SettingKey("prompts", "Prompts that are sent besides; their tokens are counted. Paths from the file's folder."),
      SettingKey("requests-per-day", "Requests of a day, or tasks where each takes several calls."),
      SettingKey("requests-per-month", "Requests of a month, in place of those of a day."),
      SettingKey("days", "Days of a month; 30 if left out."),
      SettingKey("calls-per-task", "Requests that each task takes."),
      SettingKey("input-cut", "The share of input tokens that is cut."),
      SettingKey("output-cut", "The share of output tokens that is cut."),
      SettingKey("routes", "Models that answer a share of requests each; the scenario's model answers the rest."),
      SettingKey("cascade", "Models that are asked first, in turn; what they cannot answer is paid for again."),
      SettingKey("prompt-cache", "The prefix that the provider remembers."),
      SettingKey("batch", "The share of requests that may wait for a batch."),
      SettingKey("response-caches", "Answers that are given again, in the order in which they are looked for."),
      SettingKey("retries", "Requests that are made again."),
      SettingKey("extra-calls", "Calls besides each request, such as guardrails."),
      SettingKey("embeddings", "Texts that are embedded, or embedded anew."),
      SettingKey("evaluations", "Cases that are tried or judged."),
      SettingKey("price-decline", "What prices are expected to do."),
      SettingKey("overheads", "Costs beside the models."),
      SettingKey("preset", "A rule of thumb by its name: naive-to-real."),
      SettingKey("success-rate", "The share of requests, or tasks, that succeed."),
      SettingKey("self-host", "Machines of one's own to compare with."),
      SettingKey("one-off-usd", "Dollars that getting there costs once."),
    ]

  private static let promptCacheKeys = [
    SettingKey("prefix-tokens", "Tokens that requests have in common, from the start.", isRequired: true),
    SettingKey("hit-rate", "The share of requests that find them in the cache.", isRequired: true),
    SettingKey("lifetime", "How long an entry is to live, such as 1h; the provider's usual time if left out."),
  ]

  private static let responseCacheKeys =
    nameKeys + [
      SettingKey("hit-rate", "The share of what comes to it that it answers.", isRequired: true),
      SettingKey("lookup", "What looking costs, for every request that comes to it."),
    ]

  private static let retryKeys = [
    SettingKey("rate", "The share of requests that is made again.", isRequired: true),
    SettingKey("average", "How many further tries such a request takes on average.", isRequired: true),
  ]

  private static let embeddingKeys =
    nameKeys + modelKeys + [
      SettingKey("items", "How many texts.", isRequired: true),
      SettingKey("tokens", "Tokens of one, on average.", isRequired: true),
      SettingKey("runs", "How often in a month.", isRequired: true),
    ]

  private static let evaluationKeys =
    nameKeys + callKeys + [
      SettingKey("cases", "How many cases.", isRequired: true),
      SettingKey("runs", "How often in a month.", isRequired: true),
    ]

  private static let declineKeys = [
    SettingKey("annual", "The share by which prices fall in a year.", isRequired: true),
    SettingKey("months", "How many months from now.", isRequired: true),
  ]

  private static let overheadKeys =
    nameKeys + [
      SettingKey("share", "A share of what `of` names."),
      SettingKey("of", "What the share is of: requests, the first line, or subtotal, all lines above the overheads."),
      SettingKey("usd", "Dollars a month."),
      SettingKey("usd-per-request", "Dollars for each request."),
    ]

  private static let machineKeys = [
    SettingKey("usd", "Dollars a month, however many requests there are.", isRequired: true),
    SettingKey("usd-per-request", "Dollars for each request on top."),
  ]
}
