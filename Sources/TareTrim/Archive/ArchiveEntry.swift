public import TareConversations
import TareJSON

/// What trimming took away, as an archive keeps it: one JSON object a line.
///
/// ```
/// {"handle":"89abcdef01234567","index":12,"role":"tool","tokens":412,"message":{…}}      a message as it came
/// {"handle":"76543210fedcba98","messages":["89abcdef01234567",…]}                        what a note stands for
/// ```
public struct ArchiveEntry: Sendable, Hashable {
  /// The name by which the conversation speaks of it.
  public let handle: String
  /// The object, without a line feed.
  public let json: [UInt8]

  private init(_ handle: ContentHandle, _ body: (inout JSONWriter) -> Void) {
    let name = handle.description
    var writer = JSONWriter()
    writer.object { object in
      object.member("handle", name)
      body(&object)
    }
    (self.handle, json) = (name, writer.bytes)
  }

  fileprivate init(_ decision: TrimDecision, _ handle: ContentHandle, _ message: Message) {
    self.init(handle) {
      $0.member("index", decision.index)
      $0.member("role", decision.role.rawValue)
      $0.member("tokens", decision.tokens)
      $0.member("message", raw: message.value.rawBytes.onOneLine[...])
    }
  }

  fileprivate init(_ note: ContentHandle, standingFor handles: [ContentHandle]) {
    self.init(note) { object in
      object.array("messages") { list in handles.forEach { list.value($0.description) } }
    }
  }
}

extension TrimPlan {
  /// What an archive has to keep so that everything the plan takes away can be had back by its handle.
  ///
  /// - Complexity: O(*n*) in the bytes of what is taken away.
  public func archiveEntries(of conversation: Conversation) -> [ArchiveEntry] {
    let taken = decisions.filter { $0.action != .kept && $0.reason != .cacheMarker }
    let messages = taken.compactMap { decision in
      decision.handle.map { ArchiveEntry(decision, $0, conversation.messages[decision.index]) }
    }
    guard let placeholder else { return messages }
    let dropped = decisions.filter { $0.action == .dropped && $0.reason != .orphan }.compactMap(\.handle)
    return messages + [ArchiveEntry(placeholder.handle, standingFor: dropped)]
  }
}

extension ArraySlice<UInt8> {
  /// The same JSON without line ends, which JSON has only between its tokens.
  fileprivate var onOneLine: [UInt8] { map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 } }
}
