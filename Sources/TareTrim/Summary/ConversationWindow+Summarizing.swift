public import TareConversations

extension ConversationWindow {
  /// A request as it is sent, with a summary of what was dropped in the note.
  ///
  /// ```swift
  /// let (smaller, warning) = try await window.fitted(request) { dropped in
  ///   try await model.answer("Summarise in \(dropped.tokens) tokens:\n\n\(dropped.transcript)")
  /// }
  /// ```
  /// A summary is asked for at each cut and kept in ``summaries``: until the next cut the note is the same bytes and
  /// nobody is asked. A sliding window cuts at almost every call, so it asks at almost every call.
  ///
  /// - Parameters:
  ///   - format: The shape of the request; by default it is found out from the request.
  ///   - ranking: How much each group bears on the question, where the policy asks one.
  ///   - summarizer: Whom to ask.
  /// - Returns: The request, and why the note has no summary where one was asked for in vain.
  /// - Throws: ``ConversationError`` with the place of the first mistake, or ``CannotFit`` where what must stay is more
  ///   than the budget. What the summariser throws becomes the warning.
  public mutating func fitted(
    _ request: [UInt8], as format: WireFormat? = nil, ranking: (Conversation) -> HistoryRanking? = { _ in nil },
    summarizer: Summarizer
  ) async throws -> (request: [UInt8], warning: SummaryWarning?) {
    let counted = try counted(request, as: format)
    let (plan, warning) = try await policy.plan(
      counted, within: budget, ranking: ranking(counted.conversation), summaries: &summaries, by: summarizer)
    return (try plan.applied(to: counted.conversation), warning)
  }
}
