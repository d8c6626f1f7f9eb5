public import TareSavings

/// What a change of prompts may do at the most, as a file of settings says.
public struct ConfiguredGate: Sendable {
  /// The gate, and what becomes of a run that does not pass it.
  public let setting: GateSetting
  /// Where it was written.
  public let place: SettingPlace
}
