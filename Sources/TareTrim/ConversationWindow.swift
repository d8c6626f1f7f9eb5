public import TareConversations

/// A conversation that an app sends again and again as it grows: each call counts only the messages that are new.
///
/// ```swift
/// var window = ConversationWindow(counter: MessageCounter(.o200kBase), budget: Budget(tokens: 8_000, reserve: 1_000))
/// let smaller = try window.fitted(request)
/// ```
/// Nothing but the counts is remembered, so a call gives what it would give without any call before it, and a history
/// that the app changes is counted anew where it differs.
public struct ConversationWindow: Sendable {
  /// How to trim.
  public var policy: TrimPolicy
  /// How many tokens a request may have.
  public var budget: Budget
  /// What counts the messages.
  public let counter: MessageCounter
  /// What a summariser said, by ``fitted(_:as:ranking:summarizer:)``; an app that ends and begins again keeps it between.
  public var summaries = SummaryTexts(capacity: 64)
  private var last: CountedConversation?

  /// A window that has seen nothing yet.
  public init(counter: MessageCounter, budget: Budget, policy: TrimPolicy = TrimPolicy()) {
    self.counter = counter
    self.budget = budget
    self.policy = policy
  }

  /// What to do with a request so that it fits.
  ///
  /// - Parameters:
  ///   - format: The shape of the request; by default it is found out from the request.
  ///   - ranking: How much each group bears on the question, where the policy asks one.
  /// - Throws: ``ConversationError`` with the place of the first mistake.
  /// - Complexity: O(*n*) in bytes to read the request; only what is new is counted.
  public mutating func plan(
    for request: [UInt8], as format: WireFormat? = nil,
    ranking: (Conversation) -> HistoryRanking? = { _ in nil }
  ) throws(ConversationError) -> (conversation: Conversation, plan: TrimPlan) {
    let counted = try counted(request, as: format)
    return (counted.conversation, policy.plan(counted, within: budget, ranking: ranking(counted.conversation)))
  }

  /// A request read and counted, and remembered for the next.
  mutating func counted(_ request: [UInt8], as format: WireFormat?) throws(ConversationError) -> CountedConversation {
    let conversation = try Conversation(parsing: request, as: format)
    let counted = CountedConversation(conversation, counter: counter, knowing: last)
    last = counted
    return counted
  }

  /// A request as it is sent.
  ///
  /// - Throws: ``ConversationError`` with the place of the first mistake, or ``CannotFit`` where what must stay is more
  ///   than the budget.
  public mutating func fitted(_ request: [UInt8], as format: WireFormat? = nil) throws -> [UInt8] {
    let (conversation, plan) = try plan(for: request, as: format)
    return try plan.applied(to: conversation)
  }
}
