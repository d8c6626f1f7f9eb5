/// What somebody asks of a provider's cache.
public enum CacheChoice: Sendable, Hashable {
  /// Nothing is remembered.
  case none
  /// What the model's provider does unless asked for something else.
  case automatic
  /// Entries are to live this long.
  case lifetime(CacheLifetime)

  /// The choice that `none`, `automatic` or a lifetime such as `5m` or `1h` names; `nil` for any other text.
  public init?(_ text: String) {
    switch text {
    case "none": self = .none
    case "automatic": self = .automatic
    default:
      guard let lifetime = CacheLifetime(text) else { return nil }
      self = .lifetime(lifetime)
    }
  }
}

extension CacheChoice: CustomStringConvertible {
  /// The text that names it.
  public var description: String {
    switch self {
    case .none: "none"
    case .automatic: "automatic"
    case .lifetime(let lifetime): lifetime.description
    }
  }
}

extension Rate {
  /// How this model's provider bills a repeated prefix when a caller makes `choice`.
  ///
  /// - Throws: ``CacheTermsError`` for a lifetime that the model does not have.
  public func cacheTerms(choosing choice: CacheChoice) throws(CacheTermsError) -> CacheTerms {
    switch choice {
    case .none: .none
    case .automatic: try cacheTerms()
    case .lifetime(let lifetime): try cacheTerms(for: lifetime)
    }
  }
}
