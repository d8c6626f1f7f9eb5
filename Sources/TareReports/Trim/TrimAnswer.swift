public import TareConversations
public import TareJSON
import TareRanking
import TareTokens
public import TareTrim

/// What a request to trim is answered with: one JSON object on one line.
///
/// ```
/// {"id", "status", "messages" or "body", "tokens", "kept", "dropped", …}
/// {"id", "status": "cannot-fit", "error", "available", "needed", "must_stay"}
/// {"id", "status": "error", "error"}
/// ```
public enum TrimAnswer {
  /// The answer with the conversation as the plan leaves it, or with the reason why it cannot fit.
  ///
  /// - Parameter warnings: What is to be said beside what the request itself gave reason for.
  /// - Complexity: O(*n*) in bytes.
  public static func text(
    _ request: TrimRequest, _ conversation: Conversation, _ report: TrimReport, warnings: [String] = []
  ) -> [UInt8] {
    let warnings = request.warnings + warnings
    var writer = JSONWriter()
    writer.object { answer in
      if let id = request.id { answer.member("id", raw: id.rawBytes) }
      answer.member("status", report.plan.status.rawValue)
      do throws(CannotFit) {
        let trimmed =
          try request.isBody ? report.plan.applied(to: conversation) : report.plan.messages(of: conversation)
        answer.member(request.isBody ? "body" : "messages", raw: trimmed[...].trimmingSpace)
        writeAccount(report, to: &answer)
      } catch {
        write(error, to: &answer)
      }
      if !warnings.isEmpty { answer.array("warnings") { list in warnings.forEach { list.value($0) } } }
    }
    return writer.bytes
  }

  /// The answer to a request that could not be read.
  public static func text(id: JSONValue?, error: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      if let id { $0.member("id", raw: id.rawBytes) }
      $0.member("status", "error")
      $0.member("error", error)
    }
    return writer.bytes
  }

  private static func writeAccount(_ report: TrimReport, to answer: inout JSONWriter) {
    let plan = report.plan
    answer.member("tokens", plan.after.tokens)
    answer.member("tokens_before", plan.before.tokens)
    answer.member("encoding", report.encoding.name)
    answer.member("basis", plan.after.basis.name)
    if case .estimated(band: let band) = plan.after.basis { answer.member("band_per_mille", band) }
    report.writeSections(to: &answer)
    answer.array("kept") { kept in
      for origin in plan.origins { if let origin { kept.value(origin) } else { kept.null() } }
    }
    answer.array("dropped") { list in report.dropped.forEach { write($0, to: &list) } }
    let replaced = plan.decisions.filter { $0.action != .kept && $0.action != .dropped }
    if !replaced.isEmpty { answer.array("replaced") { list in replaced.forEach { write($0, to: &list) } } }
    if !plan.additions.isEmpty {
      answer.array("added") { list in plan.additions.forEach { write($0, plan, to: &list) } }
    }
    if !plan.recalled.isEmpty { answer.array("recalled") { list in plan.recalled.forEach { list.value($0) } } }
    if let chunks = plan.chunks { answer.object("chunks") { write(chunks, to: &$0) } }
    report.writeCost(to: &answer)
  }

  private static func write(_ decision: TrimDecision, to list: inout JSONWriter) {
    list.object {
      $0.member("index", decision.index)
      $0.member("tokens", decision.tokens)
      if decision.action != .dropped { $0.member("tokens_after", decision.tokensAfter) }
      $0.member("why", decision.reason.rawValue)
      if let score = decision.score { $0.member("score", raw: Array("\(score)".utf8)[...]) }
      if let handle = decision.handle { $0.member("handle", handle.description) }
    }
  }

  private static func write(_ addition: TrimPlan.Addition, _ plan: TrimPlan, to list: inout JSONWriter) {
    list.object {
      $0.member("kind", addition.kind.rawValue)
      $0.member("tokens", addition.tokens)
      if addition.kind == .note { $0.member("handle", plan.placeholder?.handle.description) }
    }
  }

  private static func write(_ chunks: ChunkAccount, to object: inout JSONWriter) {
    object.member("tokens", chunks.tokens)
    object.array("kept") { list in chunks.kept.forEach { write($0.chunk, $0.tokens, $0.score, nil, to: &list) } }
    object.array("dropped") { list in
      chunks.dropped.forEach { write($0.chunk, $0.tokens, $0.score, $0.reason.name, to: &list) }
    }
  }

  private static func write(_ index: Int, _ tokens: Int, _ score: Double, _ why: String?, to list: inout JSONWriter) {
    list.object {
      $0.member("index", index)
      $0.member("tokens", tokens)
      if score.isFinite { $0.member("score", raw: Array("\(score)".utf8)[...]) }
      if let why { $0.member("why", why) }
    }
  }

  private static func write(_ error: CannotFit, to answer: inout JSONWriter) {
    answer.member("error", error.description)
    answer.member("available", error.available)
    answer.member("needed", error.needed)
    answer.array("must_stay") { list in
      for part in error.parts {
        list.object {
          $0.member("what", part.kind.rawValue)
          $0.array("messages") { messages in part.messages.forEach { messages.value($0) } }
          $0.member("tokens", part.tokens)
        }
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// The JSON value without the white space around it.
  fileprivate var trimmingSpace: ArraySlice<UInt8> {
    let isText = { (byte: UInt8) in byte > 0x20 }
    guard let first = firstIndex(where: isText), let last = lastIndex(where: isText) else { return [] }
    return self[first...last]
  }
}
