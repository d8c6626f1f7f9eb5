/// What a rule says about itself: its documentation, its defaults and its first tests.
public struct RulePage: Sendable, Hashable {
  /// A prompt the rule speaks up about.
  public struct Example: Sendable, Hashable {
    /// The prompt.
    public let prompt: String
    /// The prompt after the fix; `nil` for a rule that mends nothing.
    public let fixed: String?
    /// The name of the file, where the rule goes by it.
    public let path: String
    /// The files beside it, where the rule looks at several.
    public let others: [Other]
    /// The prompt as it was before, where the rule compares.
    public let base: String?

    /// A prompt and what becomes of it.
    public init(
      _ prompt: String, fixed: String? = nil, path: String = "prompt.md", base: String? = nil, others: [Other] = []
    ) {
      self.prompt = prompt
      self.fixed = fixed
      self.path = path
      self.base = base
      self.others = others
    }

    /// A file beside the prompt.
    public struct Other: Sendable, Hashable {
      /// The name of the file.
      public let path: String
      /// The text.
      public let prompt: String

      /// A file.
      public init(path: String, prompt: String) {
        self.path = path
        self.prompt = prompt
      }
    }
  }

  /// Three letters for the group and three digits.
  public let code: String
  /// The pattern in words: it reads well behind "allow".
  public let name: String
  /// One sentence: what the rule finds.
  public let summary: String
  /// Why that is worth a line in a report.
  public let rationale: String
  /// What was measured: on what, how many were read, how many were right, what it saves.
  public let evidence: String
  /// How much a finding matters.
  public let severity: Severity
  /// What it looks at in a file in which prompts are values.
  public let scope: RuleScope
  /// Whether the rule runs when nothing was selected.
  public let isOnByDefault: Bool
  /// Whether its fixes may be applied unasked; `nil` for a rule without fixes.
  public let fixSafety: FixSafety?
  /// The fewest tokens a fix must save for its finding to be worth a line in a report.
  public let leastSaving: Int
  /// Whether there is nothing to say where its fix would save no tokens; what is wrong for another reason is said all
  /// the same, without the fix.
  public let isAboutTokens: Bool
  /// Codes of rules that are silent where this one speaks of the same place: it says what they say and more.
  public let supersedes: [String]
  /// Prompts it speaks up about.
  public let triggering: [Example]
  /// Prompts it has nothing to say about, though they come near.
  public let silent: [String]

  /// A page.
  public init(
    code: String, name: String, summary: String, rationale: String, evidence: String = "", severity: Severity,
    scope: RuleScope = .text, isOnByDefault: Bool = true, fixSafety: FixSafety? = nil, leastSaving: Int = 1,
    isAboutTokens: Bool = true, supersedes: [String] = [],
    triggering: [Example] = [], silent: [String] = []
  ) {
    self.code = code
    self.name = name
    self.summary = summary
    self.rationale = rationale
    self.evidence = evidence
    self.severity = severity
    self.scope = scope
    self.isOnByDefault = isOnByDefault
    self.fixSafety = fixSafety
    self.leastSaving = leastSaving
    self.isAboutTokens = isAboutTokens
    self.supersedes = supersedes
    self.triggering = triggering
    self.silent = silent
  }
}
