public import TareText

/// One place where a rule sees something.
public struct Finding: Sendable, Hashable {
  /// What the finding says, written in the rule that makes it.
  public struct Message: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The text.
    public let description: String

    /// A message of that text.
    public init(stringLiteral value: String) { description = value }
  }

  /// What tokens have to do with it. The numbers of different cases are never added up.
  public enum Cost: Sendable, Hashable {
    /// Nothing.
    case none
    /// This many tokens would not be sent any more.
    case wasted(Int)
    /// This many tokens are sent at full price where they could be read from a cache.
    case uncached(Int)
    /// This many tokens are above a limit.
    case over(Int)
    /// This many tokens are sent for what the finding is about; how many of them could go, somebody has to say.
    case held(Int)

    /// The tokens, whatever they stand for.
    public var tokens: Int {
      switch self {
      case .none: 0
      case .wasted(let tokens), .uncached(let tokens), .over(let tokens), .held(let tokens): tokens
      }
    }
  }

  /// The rule's code, such as `FMT001`.
  public let code: String
  /// The rule's name, such as `padded-table`.
  public let name: String
  /// How much it matters.
  public private(set) var severity: Severity
  /// What is the matter.
  public private(set) var message: Message
  /// Where.
  public private(set) var range: SourceRange
  /// What it costs.
  public private(set) var cost: Cost
  /// What can be done about it, verified; `nil` where nothing can or may be.
  public private(set) var fix: Fix?
  /// The fewest tokens that make it worth saying, where it is about tokens that a fix would save.
  private(set) var leastSaving: Int
  /// Whether it is not worth saying without that.
  let isAboutTokens: Bool
  /// The edits that would bring the saving, whether or not they may be made; of a finding in a prompt of a file, they are
  /// edits of the prompt.
  private(set) var removal: [Edit] = []
  /// Which of the prompts in the file it is about; `nil` where that is the file.
  private(set) var prompt: Int?

  /// A finding of the rule with that page.
  ///
  /// - Parameter severity: How much it matters, where that is not what the page says.
  public init(
    _ page: RulePage, _ message: Message, at range: SourceRange, cost: Cost = .none, fix: Fix? = nil,
    severity: Severity? = nil
  ) {
    self.init(page, message, at: range, cost: cost, fix: fix, removal: fix?.edits ?? [], severity: severity)
  }

  /// A finding about waste that nobody may take away unasked, not even on request: `removal` says what the waste is, and
  /// the recount what it costs.
  init(_ page: RulePage, _ message: Message, at range: SourceRange, wasting removal: [Edit]) {
    self.init(page, message, at: range, cost: .none, fix: nil, removal: removal)
  }

  /// A finding whose fix changes nothing that is sent, so that no recount is asked.
  init(_ page: RulePage, _ message: Message, at range: SourceRange, fixingUncounted fix: Fix?) {
    self.init(page, message, at: range, cost: .none, fix: fix, removal: [])
  }

  private init(
    _ page: RulePage, _ message: Message, at range: SourceRange, cost: Cost, fix: Fix?, removal: [Edit],
    severity: Severity? = nil
  ) {
    self.init(
      code: page.code, name: page.name, severity: severity ?? page.severity, message: message, range: range, cost: cost,
      fix: fix, leastSaving: page.leastSaving, isAboutTokens: page.isAboutTokens, removal: removal)
  }

  /// A finding with all it consists of, as a cache gives it back.
  init(
    code: String, name: String, severity: Severity, message: Message, range: SourceRange, cost: Cost, fix: Fix?,
    leastSaving: Int, isAboutTokens: Bool = true, removal: [Edit], prompt: Int? = nil
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.leastSaving = leastSaving
    self.isAboutTokens = isAboutTokens
    self.message = message
    self.range = range
    self.cost = cost
    self.fix = fix
    self.removal = removal
    self.prompt = prompt
  }

  /// Whether each edit of the removal makes sense without the others; waste that has no fix is the sum of its parts.
  var isDivisible: Bool { fix?.isDivisible ?? true }

  /// The tokens of the cost, whatever they stand for.
  public var tokens: Int { cost.tokens }

  /// The same finding where its fix would save nothing: it stands without one, unless tokens are all it is about.
  var withoutSaving: Finding? {
    guard !isAboutTokens else { return nil }
    var finding = self
    finding.fix = nil
    finding.removal = []
    return finding
  }

  /// The same finding as the settings want it.
  func treated(severity: Severity, mayBeFixed: Bool) -> Finding {
    var finding = self
    finding.severity = severity
    if !mayBeFixed { finding.fix = nil }
    return finding
  }

  /// The same finding, in one of the prompts of a file.
  func found(in prompt: Int?) -> Finding {
    var finding = self
    finding.prompt = prompt
    return finding
  }

  /// The same finding at its place in the file, with a fix of the file.
  func placed(at range: SourceRange, edit: (Edit) -> Edit?) -> Finding {
    var finding = self
    finding.range = range
    finding.fix = fix.map { $0.keeping($0.edits.compactMap(edit)) }
    return finding
  }

  /// The same finding with what the recount found.
  func verified(saving: Int, fix: Fix?, removal: [Edit]) -> Finding {
    var finding = self
    finding.cost = .wasted(saving)
    finding.fix = fix
    finding.removal = removal
    return finding
  }

  /// The same finding at another place, with fewer edits.
  func placed(at range: SourceRange, removal: [Edit]) -> Finding {
    var finding = self
    finding.range = range
    finding.removal = removal
    finding.fix = removal.isEmpty ? nil : fix.map { $0.keeping(removal) }
    return finding
  }

  /// The same finding, which is worth saying from that many tokens on.
  func worthSaying(from leastSaving: Int) -> Finding {
    var finding = self
    finding.leastSaving = leastSaving
    return finding
  }

  /// The same finding in other words.
  func remarked(_ message: Message) -> Finding {
    var finding = self
    finding.message = message
    return finding
  }
}

extension Finding: Comparable {
  /// Orders by place, then by code, then by message: the order in which findings are shown.
  public static func < (left: Finding, right: Finding) -> Bool {
    (left.range, left.code, left.message.description) < (right.range, right.code, right.message.description)
  }
}
