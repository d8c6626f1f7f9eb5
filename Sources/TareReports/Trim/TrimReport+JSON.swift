import TareConversations
public import TareJSON
import TareRanking
import TareTokens
import TareTrim

extension TrimReport {
  /// The account as one JSON object, its members always in the same order; compact ends in no line feed, so that a
  /// stream can hold one account a line.
  public func json(_ style: JSONWriter.Style = .indented) -> String {
    var writer = JSONWriter(style: style)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("status", plan.status.rawValue)
      report.member("encoding", encoding.name)
      report.member("encodingBasis", textBasis.name)
      report.member("framing", framing)
      report.object("budget") {
        $0.member("tokens", hasLimit ? plan.budget.tokens : nil)
        $0.member("reserve", plan.budget.reserve)
        $0.member("available", hasLimit ? plan.budget.available : nil)
      }
      report.object("before") { write(plan.before, plan.decisions.count, to: &$0) }
      report.object("after") {
        write(plan.after, plan.decisions.count - dropped.count + plan.additions.count, to: &$0)
      }
      report.member("fixedTokens", fixedTokens)
      writeSections(to: &report)
      report.array("added") { added in plan.additions.forEach { write($0, to: &added) } }
      report.array("messages") { messages in plan.decisions.forEach { write($0, to: &messages) } }
      if let chunks = plan.chunks { report.object("chunks") { write(chunks, to: &$0) } }
      writeCost(to: &report)
    }
    return writer.text + (style == .indented ? "\n" : "")
  }

  private func write(_ count: TokenCount, _ messages: Int, to object: inout JSONWriter) {
    object.member("messages", messages)
    object.member("tokens", count.tokens)
    object.member("basis", count.basis.name)
    if case .estimated(band: let band) = count.basis { object.member("bandPerMille", band) }
  }

  private func write(_ addition: TrimPlan.Addition, to array: inout JSONWriter) {
    array.object {
      $0.member("kind", addition.kind.rawValue)
      $0.member("before", addition.before)
      $0.member("role", addition.role.rawValue)
      $0.member("tokens", addition.tokens)
      if addition.kind == .note { $0.member("handle", plan.placeholder?.handle.description) }
      $0.member("text", addition.text)
    }
  }

  private func write(_ decision: TrimDecision, to array: inout JSONWriter) {
    array.object {
      $0.member("index", decision.index)
      $0.member("role", decision.role.rawValue)
      if let id = decision.id { $0.member("id", id) }
      $0.member("tokens", decision.tokens)
      $0.member("tokensAfter", decision.tokensAfter)
      $0.member("action", decision.action.name)
      $0.member("reason", decision.reason.rawValue)
      if let handle = decision.handle { $0.member("handle", handle.description) }
    }
  }

  private func write(_ chunks: ChunkAccount, to object: inout JSONWriter) {
    object.member("reserved", chunks.reserved)
    object.member("allowance", chunks.allowance)
    object.member("tokens", chunks.tokens)
    object.array("kept") { array in
      for kept in chunks.kept { write(kept.chunk, kept.tokens, kept.score, nil, chunks, to: &array) }
    }
    object.array("dropped") { array in
      for dropped in chunks.dropped {
        write(dropped.chunk, dropped.tokens, dropped.score, dropped.reason, chunks, to: &array)
      }
    }
  }

  private func write(
    _ index: Int, _ tokens: Int, _ score: Double, _ reason: PrunedChunks.DropReason?, _ chunks: ChunkAccount,
    to array: inout JSONWriter
  ) {
    array.object {
      $0.member("index", index)
      $0.member("id", chunks.pool[index].id)
      $0.member("tokens", tokens)
      if score.isFinite { $0.member("score", raw: Array("\(score)".utf8)[...]) }
      if let reason { $0.member("reason", reason.name) }
      if case .nearDuplicate(of: let other) = reason { $0.member("duplicateOf", chunks.pool[other].id) }
    }
  }
}

extension TrimDecision.Action {
  fileprivate var name: String {
    switch self {
    case .kept: "kept"
    case .dropped: "dropped"
    case .replaced: "replaced"
    }
  }
}
