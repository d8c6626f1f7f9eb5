internal import Tare

/// A payload that is read comes back byte for byte, and a plan keeps to its budget and to what it did before.
///
/// The last two bytes are the budget and not part of the payload.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  guard size > 2 else { return 0 }
  let budget = Budget(tokens: Int(bytes[size - 2]) << 8 | Int(bytes[size - 1]))
  for orphans in [OrphanHandling.reject, .mark] {
    guard let conversation = try? Conversation(parsing: Array(bytes.dropLast(2)), orphans: orphans) else { continue }
    let all = conversation.messages.indices.map { PayloadItem.original($0) }
    precondition(conversation.payload(of: all) == conversation.document.bytes, "a payload comes back changed")
    for policy in [
      TrimPolicy(), TrimPolicy(window: .sliding, toolResults: ToolResultPolicy(keepNewest: 1)),
      TrimPolicy(keepTurns: 1),
    ] {
      check(conversation, policy, budget, orphans)
    }
  }
  return 0
}

private func check(_ conversation: Conversation, _ policy: TrimPolicy, _ budget: Budget, _ orphans: OrphanHandling) {
  let counter = MessageCounter(.o200kBase)
  let plan = policy.plan(CountedConversation(conversation, counter: counter), within: budget)
  precondition(plan.decisions.map(\.index) == Array(conversation.messages.indices), "a message has no decision")
  guard let bytes = try? plan.applied(to: conversation) else {
    return precondition(plan.after.tokens > budget.available, "a plan that fits cannot be applied")
  }
  precondition(plan.after.tokens <= budget.available, "a plan exceeds its budget")
  guard let trimmed = try? Conversation(parsing: bytes, as: conversation.format, orphans: orphans) else {
    preconditionFailure("a trimmed payload cannot be read")
  }
  let counted = CountedConversation(trimmed, counter: counter)
  precondition(counted.counts.total.tokens == plan.after.tokens, "a plan miscounts what it leads to")
  guard let again = try? policy.plan(counted, within: budget).applied(to: trimmed) else {
    preconditionFailure("what was trimmed does not fit")
  }
  precondition(again == bytes, "trimming what was trimmed changes it")
}
