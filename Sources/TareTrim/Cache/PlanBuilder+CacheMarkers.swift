import TareConversations
import TareJSON
import TareText

extension PlanBuilder {
  /// The decisions and additions with the marks of a cache where they do good: the last mark of what is dropped moves to
  /// the note in its place, or to the last message before it that can carry one, and of more marks than the provider
  /// takes the first go.
  func markingCache(
    _ decisions: [TrimDecision], _ additions: [TrimPlan.Addition]
  ) -> (decisions: [TrimDecision], additions: [TrimPlan.Addition]) {
    guard let limit = counted.conversation.format.cacheMarkerLimit else { return (decisions, additions) }
    var (decisions, additions) = (decisions, additions)
    var marked = decisions.indices.compactMap { index -> MarkedMessage? in
      let markers = markers(of: index)
      return markers.isEmpty ? nil : MarkedMessage(index: index, markers: markers)
    }
    guard !marked.isEmpty else { return (decisions, additions) }
    var added = 0
    if let moved = marked.last(where: { decisions[$0.index].action == .dropped }), let marker = moved.markers.last {
      added = move(marker, from: moved.index, &decisions, &additions) ? 1 : 0
    }
    marked.removeAll { decisions[$0.index].action == .dropped }
    let total = counted.conversation.cacheMarkersOutside + added + marked.reduce(0) { $0 + $1.markers.count }
    remove(total - limit, of: marked, &decisions)
    return (decisions, additions)
  }

  /// Puts a mark on the note, if it stands in place of the message the mark was on, or on the last message before it.
  private func move(
    _ marker: CacheMarker, from index: Int, _ decisions: inout [TrimDecision], _ additions: inout [TrimPlan.Addition]
  ) -> Bool {
    if let note = additions.firstIndex(where: { $0.kind == .note && $0.before > index && !$0.joinsNext }) {
      additions[note].cacheMarker = CacheMarker(name: marker.name, json: marker.json)
      return true
    }
    for place in stride(from: index - 1, through: 0, by: -1) where decisions[place].action != .dropped {
      guard let edits = counted.conversation.messages[place].edits(adding: marker) else { continue }
      decisions[place].rewrite(with: edits)
      return !edits.isEmpty
    }
    return false
  }

  private func remove(_ count: Int, of marked: [MarkedMessage], _ decisions: inout [TrimDecision]) {
    var left = count
    for message in marked where left > 0 {
      let removed = Array(message.markers.prefix(left))
      left -= removed.count
      decisions[message.index].rewrite(with: counted.conversation.messages[message.index].edits(removing: removed))
    }
  }

  private func markers(of index: Int) -> [CacheMarker] {
    let message = counted.conversation.messages[index]
    // Most messages have none, and looking for the word is cheaper than looking at every member.
    return message.value.rawBytes.holds("cache") ? message.cacheMarkers : []
  }
}

/// A message with marks of a cache.
private struct MarkedMessage {
  let index: Int
  let markers: [CacheMarker]
}

extension TrimDecision {
  /// The same message with other bytes in it that cost nothing; one that only stays is replaced from now on.
  fileprivate mutating func rewrite(with added: [Edit]) {
    guard !added.isEmpty else { return }
    edits += added
    if action == .kept {
      action = .replaced(tokens: tokens)
      reason = .cacheMarker
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a word in ASCII stands anywhere in the bytes.
  fileprivate func holds(_ word: StaticString) -> Bool {
    let word = Array("\(word)".utf8)
    let bytes = span
    guard let first = word.first, bytes.count >= word.count else { return word.isEmpty }
    for start in 0...(bytes.count - word.count) where bytes[start] == first {
      if word.indices.allSatisfy({ bytes[start + $0] == word[$0] }) { return true }
    }
    return false
  }
}
