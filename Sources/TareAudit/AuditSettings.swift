/// The figures that rules are measured against.
public struct AuditSettings: Sendable, Hashable {
  /// The most tokens a prompt may send; `nil` where nobody set a budget.
  public var maxTokens: Int?
  /// The shortest prefix a provider keeps in its cache. 1,024 tokens is what OpenAI's caching guide names, and what
  /// most of Anthropic's models ask for.
  public var cacheableMinimum: Int

  /// Settings; what is left out has its default.
  public init(maxTokens: Int? = nil, cacheableMinimum: Int = 1_024) {
    self.maxTokens = maxTokens
    self.cacheableMinimum = cacheableMinimum
  }
}
