public import TarePricing

/// Prices of the user's own.
public struct ConfiguredRates: Sendable, Hashable {
  /// The prices.
  public let catalogue: RateCatalogue
  /// Where they were written.
  public let place: SettingPlace
}
