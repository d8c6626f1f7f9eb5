import TareJSON

/// What a request says about how to trim, laid over the policy that holds without it: the name of a window, or
/// `{"window", "low", "newest", "keep_turns", "keep_messages", "keep_tool_results", "exclude_tools", "max_tool_result",
/// "cleared_text", "shorten", "recall", "placeholder_tokens", "orphans"}`.
public struct PolicyMembers: Sendable, Hashable {
  /// A window by the name it has on the command line.
  public enum WindowName: String, Sendable, CaseIterable {
    /// ``TrimPolicy/Window/sliding``.
    case sliding
    /// ``TrimPolicy/Window/step(low:)``.
    case step
    /// ``TrimPolicy/Window/relevant(newest:)``.
    case relevant
  }

  /// What becomes of a tool result without its call and of a call without its result.
  public enum Orphans: String, Sendable, CaseIterable {
    /// The conversation is an error.
    case reject
    /// They go.
    case drop
  }

  /// The window; `nil` for the one that holds without it.
  public private(set) var window: WindowName?
  /// What becomes of orphans; `nil` for what holds without it.
  public private(set) var orphans: Orphans?
  /// How many requests the conversation is likely to have in all, so that a cut that does not pay back is put off.
  public private(set) var expectedRequests: Int?
  /// The most tokens that are sent while a cut is put off.
  public private(set) var most: Int?
  /// How many seconds ago the last request was.
  public private(set) var idleSeconds: Int?
  /// What was not understood, one sentence each.
  let warnings: [String]

  private var low: Share?
  private var newest: Share?
  private var keepTurns: Int?
  private var keepMessages: Int?
  private var toolResults = ToolResultMembers()
  private var shortening: TrimPolicy.Shortening?
  private var shares = BudgetShares()
  private var recall: Share?
  private var placeholderTokens: Int?

  init(_ value: JSONValue?) throws(TrimRequestError) {
    guard let value else {
      warnings = []
      return
    }
    if value.kind == .string {
      warnings = []
      window = try Self.window(value)
      return
    }
    guard value.kind == .object else {
      throw TrimRequestError(value, "\"policy\" is \(value.kind), expected the name of a window or an object")
    }
    let members = RequestMembers(value)
    window = try value["window"].map { value throws(TrimRequestError) in try Self.window(value) }
    orphans = try members.name("orphans", of: Orphans.self, Orphans.allCases.map(\.rawValue))
    low = try members.share("low")
    newest = try members.share("newest")
    keepTurns = try members.number("keep_turns", from: 1)
    keepMessages = try members.number("keep_messages", from: 1)
    toolResults = try ToolResultMembers(members)
    shortening = try members.name(
      "shorten", of: TrimPolicy.Shortening.self, TrimPolicy.Shortening.allCases.map(\.rawValue))
    shares = BudgetShares(
      instructionsMost: try members.share("max_instructions"), toolsMost: try members.share("max_tools"),
      historyLeast: try members.share("min_history"), historyMost: try members.share("max_history"))
    recall = try members.share("recall")
    placeholderTokens = try members.number("placeholder_tokens", from: 0)
    expectedRequests = try members.number("expected_requests", from: 1)
    most = try members.number("most", from: 1)
    idleSeconds = try members.number("idle_seconds", from: 0)
    warnings = value.members.map(\.name).filter { !Self.known.contains($0) }.map {
      "unknown member \(quotedStart($0)) of \"policy\" was ignored"
    }
  }

  /// The policy that holds when this is said about `policy`.
  public func applied(to policy: TrimPolicy) -> TrimPolicy {
    var policy = policy
    policy.window = window(over: policy.window)
    policy.keepTurns = keepTurns ?? policy.keepTurns
    policy.keepMessages = keepMessages ?? policy.keepMessages
    policy.toolResults = toolResults.applied(to: policy.toolResults)
    policy.shortening = shortening ?? policy.shortening
    policy.shares = shares.over(policy.shares)
    policy.recall = recall ?? policy.recall
    policy.placeholderTokens = placeholderTokens ?? policy.placeholderTokens
    return policy
  }

  private func window(over standing: TrimPolicy.Window) -> TrimPolicy.Window {
    switch (window, standing) {
    case (.sliding, _), (nil, .sliding): .sliding
    case (.step, .step(let share)), (nil, .step(let share)): .step(low: low ?? share)
    case (.step, _): .step(low: low)
    case (.relevant, .relevant(let share)), (nil, .relevant(let share)): .relevant(newest: newest ?? share)
    case (.relevant, _): .relevant(newest: newest ?? Share(thousandths: 0))
    }
  }

  private static func window(_ value: JSONValue) throws(TrimRequestError) -> WindowName {
    guard let name = value.string.flatMap(WindowName.init(rawValue:)) else {
      let found = value.string.map(quotedStart) ?? "\(value.kind)"
      let names = WindowName.allCases.map(\.rawValue).joined(separator: ", ")
      throw TrimRequestError(value, "the window of the policy is \(found), expected one of \(names)")
    }
    return name
  }

  private static let known: Set<String> = [
    "window", "orphans", "low", "newest", "keep_turns", "keep_messages", "keep_tool_results", "exclude_tools",
    "max_tool_result", "cleared_text", "shorten", "recall",
    "placeholder_tokens", "max_instructions", "max_tools", "min_history", "max_history",
    "expected_requests", "most", "idle_seconds",
  ]
}
