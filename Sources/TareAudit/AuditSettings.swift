/// How much a prompt may grow between two states.
public enum Growth: Sendable, Hashable {
  /// By so many tokens.
  case tokens(Int)
  /// By so many hundredths of what it was.
  case percent(Int)

  /// The most tokens that a prompt of `tokens` may have grown to.
  func limit(from tokens: Int) -> Int {
    switch self {
    case .tokens(let more): return Int(clamping: Int128(tokens) + Int128(more))
    case .percent(let percent): return Int(clamping: Int128(tokens) * (100 + Int128(percent)) / 100)
    }
  }
}

/// The figures that rules are measured against.
public struct AuditSettings: Sendable, Hashable {
  /// The most tokens a prompt may send; `nil` where nobody set a budget.
  public var maxTokens: Int?
  /// The most a prompt may grow over what it was; `nil` where nobody set a limit.
  public var maxGrowth: Growth?
  /// The shortest prefix a provider keeps in its cache. 1,024 tokens is what OpenAI's caching guide names, and what
  /// most of Anthropic's models ask for.
  public var cacheableMinimum: Int
  /// Limits of sections; where several hold for one section, each does.
  public var sectionBudgets: [SectionBudget]
  /// How many tokens the model reads at once; `nil` where no model was named, or nobody says.
  public var contextWindow: Int?
  /// The files beside the prompts; `nil` where nobody looked.
  public var folderFiles: FolderFiles?
  /// The most tokens that the files which a coding agent always loads may send together; `nil` for 10,000 in each of them.
  public var maxAlwaysOnTokens: Int?
  /// The same by the path of a file, where files differ: the lowest of those that are loaded together holds.
  public var alwaysOnLimits: [String: Int] = [:]
  /// Limits of files that are loaded together; where several are for one file, each holds.
  public var loadSetBudgets: [LoadSetBudget]

  /// Settings; what is left out has its default.
  public init(
    maxTokens: Int? = nil, maxGrowth: Growth? = nil, cacheableMinimum: Int = 1_024,
    sectionBudgets: [SectionBudget] = [], contextWindow: Int? = nil, folderFiles: FolderFiles? = nil,
    maxAlwaysOnTokens: Int? = nil, loadSetBudgets: [LoadSetBudget] = []
  ) {
    self.maxTokens = maxTokens
    self.maxGrowth = maxGrowth
    self.cacheableMinimum = cacheableMinimum
    self.sectionBudgets = sectionBudgets
    self.contextWindow = contextWindow
    self.folderFiles = folderFiles
    self.maxAlwaysOnTokens = maxAlwaysOnTokens
    self.loadSetBudgets = loadSetBudgets
  }
}
