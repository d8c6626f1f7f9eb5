/// A setting of tare.yaml: what the reader takes, the schema describes and a new file explains.
///
/// The one list of keys stands in ``ConfigurationObject/keys``; nothing else says which there are.
struct ConfigurationKey: Sendable {
  /// What a value is.
  indirect enum Kind: Sendable {
    case text
    /// One text or a list of them.
    case texts
    /// A whole number from 0.
    case number
    /// A number of tokens, or a share such as `10%`.
    case growth
    case truth
    /// Dollars for a million tokens, as a decimal number.
    case price
    /// A day such as `2026-12-31`.
    case date
    /// One of these words.
    case choice([String])
    /// One of these words or a list of them.
    case choices([String])
    case object(ConfigurationObject)
    case objects(ConfigurationObject)
    /// A whole number from 0, or a mapping that says more.
    case numberOrObject(ConfigurationObject)
    /// Names of the writer's choice, each with a value of one kind.
    case mapping(Kind)
  }

  /// The key with hyphens; low lines are read as well.
  let name: String
  let kind: Kind
  /// One sentence for the schema and for a new file.
  let summary: String
  /// A value as YAML, as it stands behind the key.
  let example: String
  /// Whether its object is incomplete without it.
  let isRequired: Bool

  init(_ name: String, _ kind: Kind, _ summary: String, example: String, isRequired: Bool = false) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.example = example
    self.isRequired = isRequired
  }
}

/// A mapping in tare.yaml whose keys are fixed.
enum ConfigurationObject: String, Sendable, CaseIterable {
  case settings
  case override
  case budget
  case waiver
  case rule
  case trafficProfile
  case gate
  case replacement
  case rates
  case rate
  case ratePrices
  case plainPrices
  case cacheWrite
  case longContextTier
  case offPeakPrices
  case peakHours
  case priceChange
  case requestLimits
  case rateSource
  case cacheRule
  case providerNames
}
