public import TareConversations
import TareJSON

/// What trimming took away, as an archive keeps it: one JSON object a line.
///
/// ```
/// {"handle":"89abcdef01234567","index":12,"role":"tool","tokens":412,"message":{…}}      a message as it came
/// {"handle":"76543210fedcba98","messages":["89abcdef01234567",…]}                        what a note stands for
/// {"handle":"76543210fedcba98","summary":"…"}                                            what a summariser said of it
/// ```
public struct ArchiveEntry: Sendable, Hashable {
  /// The name by which the conversation speaks of it.
  public let handle: String
  /// The object, without a line feed.
  public let json: [UInt8]
  /// What an archive has once: the handle, and whether it is what lies behind it or what was said about it.
  public let key: String

  private init(_ handle: ContentHandle, isSummary: Bool = false, _ body: (inout JSONWriter) -> Void) {
    let name = handle.description
    key = isSummary ? Self.summaryKey(name) : name
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

  /// What a summariser said of the messages behind a note; `nil` where it was asked in vain, so that it is not again.
  public init(summary: String?, of note: ContentHandle) {
    self.init(note, isSummary: true) { $0.member("summary", summary) }
  }

  /// The key of the entry on a line of an archive; `nil` where it is none.
  public static func key(of line: [UInt8]) -> String? {
    guard let root = try? JSONDocument(parsing: line).root, let handle = root["handle"]?.string else { return nil }
    return root["summary"] == nil ? handle : summaryKey(handle)
  }

  private static func summaryKey(_ handle: String) -> String { "summary of " + handle }

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
    return messages + [ArchiveEntry(placeholder.handle, standingFor: notedDecisions.compactMap(\.handle))]
  }
}

extension ArraySlice<UInt8> {
  /// The same JSON without line ends, which JSON has only between its tokens.
  fileprivate var onOneLine: [UInt8] { map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 } }
}
