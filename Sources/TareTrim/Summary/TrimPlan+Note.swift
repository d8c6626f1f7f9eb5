extension TrimPlan {
  /// The decisions about the messages that the note stands for, in order.
  var notedDecisions: [TrimDecision] { decisions.noted }

  /// What is set aside for the note beyond what it has, so that a summary may still come.
  var unusedNoteTokens: Int { placeholder.map { $0.reserved - $0.tokens } ?? 0 }
}

extension [TrimDecision] {
  /// Those to drop that a note speaks of; what never had its other half is not missed.
  var noted: [TrimDecision] { filter { $0.action == .dropped && $0.reason != .orphan } }
}
