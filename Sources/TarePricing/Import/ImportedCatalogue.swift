/// A catalogue that was made from another project's list of prices, with an account of everything that it lacks.
///
/// Each entry of the list is either a rate of the catalogue or a refusal; each member of an entry that became a rate is
/// either taken or among ``leftOut``.
public struct ImportedCatalogue: Sendable {
  /// Whose list it was.
  public let origin: CatalogueOrigin
  /// The rates.
  public let catalogue: RateCatalogue
  /// The entries that are no rates, in the order of the file.
  public let refused: [RefusedEntry]
  /// The members that were not taken, the most frequent first.
  public let leftOut: [LeftOutField]
  /// The models whose input price is stated as 0, in the order of the file.
  public let free: [String]

  /// How many entries the list had.
  public var entryCount: Int { catalogue.rates.count + refused.count }
  /// The members that mean nothing to the importer.
  public var unknownFields: [LeftOutField] { leftOut.filter { $0.reason == .unknown } }
}

/// An entry that did not become a rate.
public struct RefusedEntry: Sendable, Hashable {
  /// The entry's name in the list.
  public let name: String
  /// Why, as a sentence about the entry.
  public let reason: String
}

/// A member that was not taken, with how often and where it stands.
public struct LeftOutField: Sendable, Hashable {
  /// Why a member is not taken.
  public enum Reason: Sendable, Hashable {
    /// It says nothing about the price of text tokens.
    case noPrice
    /// It is a price, or a condition of one, that a rate does not hold: what it is.
    case notHeld(String)
    /// Its value is not what it should be, or cannot be held exactly: why.
    case unusable(String)
    /// The importer does not know what it means.
    case unknown
  }

  /// The path of the member in an entry.
  public let field: String
  /// Why it is not taken.
  public let reason: Reason
  /// How often it stands there.
  public let count: Int
  /// The first entries that have it, at most ``exampleLimit``.
  public let examples: [String]

  /// The most examples of a field.
  public static let exampleLimit = 3
}

extension LeftOutField.Reason: CustomStringConvertible {
  /// A few words for a list.
  public var description: String {
    switch self {
    case .noPrice: "says nothing about the price of tokens"
    case .notHeld(let what): what
    case .unusable(let why): why
    case .unknown: "unknown"
    }
  }
}
