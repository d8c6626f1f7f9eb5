/// Puts messages into groups.
///
/// ```
/// messages   user   calls a, b   result b   result a   answer
/// reach       0         3           2          3         4
/// groups     ────   ─────────────────────────────────   ──────
/// ```
struct MessageGrouping {
  /// The messages, in which a result of a call that the provider has stored is pinned.
  private(set) var messages: [Message]
  private var pairing: CallPairing

  /// - Parameter refersBack: Whether results may answer calls that only the provider has.
  init(_ messages: [Message], rules: FormatRules, refersBack: Bool) {
    self.messages = messages
    pairing = CallPairing(messages, rules: rules)
    guard refersBack else { return }
    for index in pairing.unasked.keys { self.messages[index].isPinned = true }
    pairing.forgetUnasked()
  }

  func groups(orphans: OrphanHandling) throws(ConversationError) -> [MessageGroup] {
    if orphans == .reject { try rejectOrphans() }
    var groups: [MessageGroup] = []
    var index = 0
    while index < messages.count {
      let group = group(from: index)
      groups.append(group)
      index = group.messages.upperBound
    }
    return groups
  }

  /// The group that begins with the message at `start`: it goes on for as long as a message in it reaches further.
  private func group(from start: Int) -> MessageGroup {
    var end = start
    var index = start
    var (isOrphan, isPinned) = (false, false)
    while index <= end {
      end = max(end, pairing.reach[index])
      if messages[index].leadsNext, index + 1 < messages.count { end = max(end, index + 1) }
      isOrphan = isOrphan || pairing.isOrphan(index)
      isPinned = isPinned || messages[index].isPinned
      index += 1
    }
    return MessageGroup(messages: start..<(end + 1), isOrphan: isOrphan, isPinned: isPinned)
  }

  private func rejectOrphans() throws(ConversationError) {
    guard let first = messages.indices.first(where: pairing.isOrphan) else { return }
    if let call = pairing.unanswered[first] {
      // A message with one result too many answers nothing, and that result is the mistake.
      let id = messages[first].calls[call].id
      let answer = messages[first...].first { pairing.unasked[$0.index] != nil }
      if let answer, let extra = pairing.unasked[answer.index], extra.callID == id,
        answer.results.count(where: { $0.callID == id }) > 1
      {
        throw .orphanResult(extra, of: answer)
      }
      throw .unansweredCall(messages[first].calls[call], of: messages[first])
    }
    if let result = pairing.unasked[first] { throw .orphanResult(result, of: messages[first]) }
  }
}

extension CallPairing {
  /// Whether a message has a call without its result or a result without its call.
  func isOrphan(_ message: Int) -> Bool { unanswered[message] != nil || unasked[message] != nil }
}
