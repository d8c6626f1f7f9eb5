public import TareConversations

extension TrimPolicy {
  /// What to do with a conversation so that it fits the budget, with a summary in the note where one can be had.
  ///
  /// The whole limit of the note is set aside before anybody is asked, so that whatever comes back fits and changes
  /// nothing else; a sliding window therefore reaches less far back than with the offline text. The summariser is asked
  /// at most once, and only about a span that `summaries` does not know.
  ///
  /// - Parameters:
  ///   - summaries: What was said before, to be kept from call to call; what is said now is added.
  ///   - summarizer: Whom to ask.
  /// - Returns: The plan, and why the note has no summary where one was asked for in vain.
  /// - Throws: ``ChunkPruningError`` when near-duplicates are asked for and words cannot be split.
  public func plan(
    _ counted: CountedConversation, within budget: Budget, chunks: ChunkRequest? = nil, ranking: HistoryRanking? = nil,
    summaries: inout SummaryTexts, by summarizer: Summarizer
  ) async throws(ChunkPruningError) -> (plan: TrimPlan, warning: SummaryWarning?) {
    let asking = try plan(counted, within: budget, chunks: chunks, ranking: ranking, summaries: summaries)
    guard let request = SummaryRequest(asking, of: counted, knowing: summaries) else { return (asking, nil) }
    let answer = await request.answer(by: summarizer)
    // Who was interrupted is not one who had nothing to say.
    if case .failure = answer, Task.isCancelled { return (asking, nil) }
    summaries.keep(try? answer.get(), for: request.handle)
    let plan = try plan(counted, within: budget, chunks: chunks, ranking: ranking, summaries: summaries)
    guard case .failure(let warning) = answer else {
      summaries.keep(plan.placeholder?.summary, for: request.handle)
      return (plan, nil)
    }
    return (plan, warning)
  }

  /// The plan with what is known of summaries.
  ///
  /// - Throws: ``ChunkPruningError`` when near-duplicates are asked for and words cannot be split.
  public func plan(
    _ counted: CountedConversation, within budget: Budget, chunks: ChunkRequest?, ranking: HistoryRanking?,
    summaries: SummaryTexts
  ) throws(ChunkPruningError) -> TrimPlan {
    let builder = PlanBuilder(counted, policy: self, budget: budget, ranking: ranking, summaries: summaries)
    guard let chunks else { return builder.historyPlan() }
    return try builder.sharedPlan(with: chunks)
  }
}

/// Why a note has no summary.
public struct SummaryWarning: Error, Sendable, Hashable {
  /// What the note stands for.
  public let handle: ContentHandle
  /// What went wrong.
  public let reason: String
}

extension SummaryWarning: CustomStringConvertible {
  /// One sentence with handle and reason.
  public var description: String { "no summary of \(handle), which keeps the text made without a model: \(reason)" }
}

extension SummaryRequest {
  fileprivate func answer(by summarizer: Summarizer) async -> Result<String, SummaryWarning> {
    do {
      guard let text = SummaryText.cleaned(try await summarizer(self)) else {
        return .failure(SummaryWarning(handle: handle, reason: "the summariser said nothing"))
      }
      return .success(text)
    } catch {
      return .failure(SummaryWarning(handle: handle, reason: "\(error)"))
    }
  }
}
