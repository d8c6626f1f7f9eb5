public import TarePricing
public import TareTokens

/// What one gate says of a report.
public struct GateVerdict: Sendable, Hashable {
  /// The gate, and what becomes of a run that does not pass it.
  public let setting: GateSetting
  /// What does not pass, prompts in the order of their paths; empty where all does.
  public let findings: [Finding]

  /// Whether everything passes.
  public var isPassed: Bool { findings.isEmpty }
  /// Whether the exit code has to say that something does not pass.
  public var isFailure: Bool { !isPassed && setting.level == .fail }

  /// Something that does not pass.
  public struct Finding: Sendable, Hashable {
    /// The prompt it is about; `nil` for all of them together.
    public let path: String?
    /// What was found.
    public let reason: Reason
  }

  /// What was found.
  public enum Reason: Sendable, Hashable {
    /// So much more is paid in a month.
    case costsMore(Money)
    /// It grows by that share, in thousandths.
    case grows(perMille: Int)
    /// It has so many tokens.
    case tokens(Int)
    /// It takes that share of the model's input limit, in thousandths.
    case fills(perMille: Int, of: Int)
    /// No price is known for the model.
    case unknownModel(String)
    /// The prices are so many days old.
    case catalogueAge(days: Int)
    /// It is counted so.
    case basis(TokenCount.Basis)
    /// So many tokens are saved.
    case savesTokens(Int)
    /// So much is saved in a month.
    case savesMoney(Money)
    /// That share is saved, in thousandths.
    case savesShare(perMille: Int)
    /// The gate cannot be judged, which is no pass.
    case undecided(Missing)
  }

  /// What would have to be known.
  public enum Missing: String, Sendable, Hashable {
    /// How many requests a month has.
    case volume
    /// What tokens cost.
    case price
    /// How many input tokens the model takes.
    case inputLimit = "input-limit"
    /// The day for which the prices are to hold.
    case day
    /// A sum of tokens, which several models count.
    case commonTokens = "common-tokens"
  }
}
