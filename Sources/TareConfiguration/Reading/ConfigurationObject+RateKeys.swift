extension ConfigurationObject {
  /// The keys of what stands in `rates`: the members of a file for `--rates`, by the names they have there.
  var rateKeys: [ConfigurationKey] {
    switch self {
    case .rates: Self.ratesKeys
    case .rate: Self.modelKeys
    case .ratePrices: Self.classKeys
    case .plainPrices: [Self.input, Self.output]
    case .cacheWrite: Self.cacheWriteKeys
    case .longContextTier: Self.tierKeys
    case .offPeakPrices: Self.offPeakKeys
    case .peakHours: Self.peakKeys
    case .priceChange: Self.changeKeys
    case .requestLimits: Self.limitKeys
    case .rateSource: Self.sourceKeys
    case .cacheRule: Self.cacheRuleKeys
    case .providerNames: Self.providerKeys
    default: []
    }
  }

  private static let ratesKeys = [
    ConfigurationKey(
      "date", .date, "The day the prices were read, which reports show.", example: "2026-11-21", isRequired: true),
    ConfigurationKey(
      "source", .text, "Where they were read; this file if left out.", example: "our contract"),
    ConfigurationKey(
      "models", .objects(.rate), "The models, each with its prices.",
      example: "[{model: house-large, provider: house, prices: {input: 2, output: 8}}]", isRequired: true),
    ConfigurationKey(
      "caching", .objects(.cacheRule), "Rules for caching that models name, besides the built-in ones.",
      example: "[{rule: house, kind: breakpoints, minimumTokens: 1024, maximumMarks: 4}]"),
    ConfigurationKey(
      "providers", .objects(.providerNames), "What may stand before a slash in front of a model's name.",
      example: "[{provider: house, prefixes: [house]}]"),
  ]

  private static let modelKeys = [
    ConfigurationKey("model", .text, "The name of the model.", example: "house-large", isRequired: true),
    ConfigurationKey("provider", .text, "Who bills for it.", example: "house", isRequired: true),
    ConfigurationKey(
      "prices", .object(.ratePrices), "Dollars for a million tokens.", example: "{input: 2, output: 8}",
      isRequired: true),
    ConfigurationKey("aliases", .texts, "Other names that are billed the same.", example: "[house-large-2]"),
    ConfigurationKey(
      "excludedIds", .texts, "Ids that look like a dated version of it and are billed otherwise.",
      example: "[house-large-2026-01-01]"),
    ConfigurationKey(
      "caching", .text, "The rule for caching; that of the built-in model of its name if left out.",
      example: "anthropic-breakpoints"),
    cacheWrites,
    cacheStorage,
    ConfigurationKey(
      "minimumCacheableTokens", .number, "The shortest prefix that is cached, before that of the rule.",
      example: "1024"),
    batch,
    longContext,
    ConfigurationKey(
      "offPeak", .object(.offPeakPrices), "Prices outside peak hours.",
      example:
        "{input: 1, cachedInput: 0.1, output: 4, outside: {days: weekdays, hoursUTC: [01-04]}}"),
    ConfigurationKey(
      "changes", .objects(.priceChange), "Prices that are announced.",
      example: "[{from: 2027-01-01, input: 3, output: 9}]"),
    ConfigurationKey(
      "limits", .object(.requestLimits), "The most tokens of a request.", example: "{input: 200000, output: 64000}"),
    ConfigurationKey("retires", .date, "The day it is switched off.", example: "2027-06-30"),
    ConfigurationKey(
      "source", .object(.rateSource), "Where its prices were read; this file if left out.",
      example: "{record: page 3}"),
  ]

  private static let input = ConfigurationKey(
    "input", .price, "Input tokens that no cache served.", example: "2", isRequired: true)
  private static let output = ConfigurationKey(
    "output", .price, "Output tokens; not known if left out.", example: "8")
  private static let cachedInput = ConfigurationKey(
    "cachedInput", .price, "Input tokens read from a cache; not known if left out.", example: "0.2")
  private static let cacheStorage = ConfigurationKey(
    "cacheStorage", .price, "A cache entry's storage, for a million tokens and an hour.", example: "1")
  private static let cacheWrites = ConfigurationKey(
    "cacheWrites", .objects(.cacheWrite), "Input tokens written to a cache.",
    example: "[{lifetime: 5m, price: 2.5}]")
  private static let batch = ConfigurationKey(
    "batch", .object(.plainPrices), "Requests that may wait.", example: "{input: 1, output: 4}")
  private static let longContext = ConfigurationKey(
    "longContext", .objects(.longContextTier), "Dearer prices for all tokens of long requests.",
    example: "[{from: 200001, input: 4, output: 12}]")

  private static let classKeys = [input, cachedInput, output]

  private static let cacheWriteKeys = [
    ConfigurationKey(
      "lifetime", .text, "How long an entry lives, in minutes or hours.", example: "5m", isRequired: true),
    ConfigurationKey(
      "price", .price, "What a written token costs, in place of the input price.", example: "2.5", isRequired: true),
    ConfigurationKey(
      "explicitOnly", .truth, "Whether only an entry that is asked for is billed so.", example: "false"),
  ]

  private static let tierKeys = [
    ConfigurationKey(
      "from", .number, "The input tokens from which it holds.", example: "200001", isRequired: true),
    input, cachedInput, required(output), cacheWrites,
  ]

  private static let offPeakKeys = [
    input, required(cachedInput), required(output),
    ConfigurationKey(
      "outside", .object(.peakHours), "When these prices do not hold.",
      example: "{days: daily, hoursUTC: [01-04, 06-10]}", isRequired: true),
  ]

  private static let peakKeys = [
    ConfigurationKey(
      "days", .choice(["weekdays", "daily"]), "The days with peak hours.", example: "weekdays", isRequired: true),
    ConfigurationKey(
      "hoursUTC", .texts, "The peak hours, first included, last excluded.", example: "[01-04, 06-10]",
      isRequired: true),
  ]

  private static let changeKeys = [
    ConfigurationKey("from", .date, "The first day.", example: "2027-01-01", isRequired: true),
    input, cachedInput, output, cacheStorage, cacheWrites, batch, longContext,
  ]

  private static let limitKeys = [
    ConfigurationKey("input", .number, "Input tokens.", example: "200000"),
    ConfigurationKey("output", .number, "Output tokens.", example: "64000"),
  ]

  private static let sourceKeys = [
    ConfigurationKey("record", .text, "The data set and the entry in it.", example: "page 3", isRequired: true),
    ConfigurationKey("page", .text, "The vendor's page.", example: "https://prices.example"),
    ConfigurationKey("comparedWith", .text, "A second source.", example: "the invoice of October"),
    ConfigurationKey("agrees", .truth, "Whether that says the same.", example: "true"),
    ConfigurationKey("difference", .text, "In what the two differ.", example: "rounded to cents"),
  ]

  private static let cacheRuleKeys = [
    ConfigurationKey("rule", .text, "What models call it.", example: "house", isRequired: true),
    ConfigurationKey(
      "kind", .choice(["automatic", "breakpoints"]), "Whether prefixes are remembered unasked or at marks.",
      example: "breakpoints", isRequired: true),
    ConfigurationKey(
      "minimumTokens", .number, "The shortest prefix that is remembered.", example: "1024", isRequired: true),
    ConfigurationKey("granularity", .number, "What an automatic hit is a multiple of.", example: "128"),
    ConfigurationKey("lifetimes", .texts, "For how long an automatic one is remembered.", example: "[5m, 24h]"),
    ConfigurationKey("maximumMarks", .number, "The most marks of a request.", example: "4"),
    ConfigurationKey("lookback", .number, "How many blocks are looked back from a mark.", example: "20"),
    ConfigurationKey("assumed", .truth, "Whether parts of it are assumed.", example: "true"),
    ConfigurationKey("source", .text, "Where it was read; this file if left out.", example: "our contract"),
  ]

  private static let providerKeys = [
    ConfigurationKey("provider", .text, "The provider.", example: "house", isRequired: true),
    ConfigurationKey("prefixes", .texts, "What may stand there.", example: "[house]", isRequired: true),
    ConfigurationKey(
      "caching", .text, "The rule for caching of its models.", example: "anthropic-breakpoints"),
  ]

  private static func required(_ key: ConfigurationKey) -> ConfigurationKey {
    ConfigurationKey(key.name, key.kind, key.summary, example: key.example, isRequired: true)
  }
}
