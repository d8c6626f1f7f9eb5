/// The most tokens something may send, and the most it may grow between two states.
public struct TokenLimits: Sendable, Hashable {
  /// The most tokens; `nil` where nobody set a limit.
  public var maxTokens: Int?
  /// The most it may grow; `nil` where nobody set a limit.
  public var maxGrowth: Growth?

  /// Limits; what is left out has none.
  public init(maxTokens: Int? = nil, maxGrowth: Growth? = nil) {
    self.maxTokens = maxTokens
    self.maxGrowth = maxGrowth
  }
}

/// The limits of the sections with one title.
public struct SectionBudget: Sendable, Hashable {
  /// The title as it stands behind the marks of its heading; letters are compared without their case.
  public let title: String
  /// The limits.
  public let limits: TokenLimits

  /// The limits of the sections with that title.
  public init(title: String, limits: TokenLimits) {
    self.title = title
    self.limits = limits
  }
}
