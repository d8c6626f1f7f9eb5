public import TareJSON
import TareText

/// A conversation as a payload holds it: read once, and written back by copying.
///
/// ```
/// payload   {"model":"…","messages":[ system , user , assistant+calls , tool , tool , assistant , user ]}
/// groups                              ──────   ────   ───────────────────────────   ─────────   ────
/// ```
/// Of members that stand twice in an object the last one counts, as most readers take it; both stay where they are.
public struct Conversation: Sendable {
  /// The shape of the payload.
  public let format: WireFormat
  /// The payload.
  public let document: JSONDocument
  /// The model the payload names, if it names one.
  public let model: String?
  /// The instructions that stand beside the messages, such as `system` of Anthropic; trimming never touches them.
  public let instructions: [MessagePart]
  /// The tools the payload offers.
  public let tools: [JSONValue]
  /// Whether the payload asks that one of them be called.
  public let mustCallTool: Bool
  /// What else the payload says to the model beside its messages and tools, such as the form of the answer.
  public let unread: [UnreadMember]
  /// The marks of a cache that stand beside the messages: in the instructions, the tools, the request itself. They
  /// count towards ``WireFormat/cacheMarkerLimit``.
  public let cacheMarkersOutside: Int
  /// The messages in order.
  public let messages: [Message]
  /// The messages in order, by what stands or falls together.
  public let groups: [MessageGroup]
  /// The array that holds the messages, or the string that is the only one.
  let messageArray: JSONValue
  let wrapping: MessageWrapping

  /// Reads a payload: a request with its messages in it, or the array of messages alone.
  ///
  /// - Parameter format: The shape of the payload; by default it is found out from the payload.
  /// - Throws: ``ConversationError`` with the place of the first mistake.
  /// - Complexity: O(*n*) in bytes.
  public init(
    parsing bytes: [UInt8], as format: WireFormat? = nil, orphans: OrphanHandling = .reject
  ) throws(ConversationError) {
    let document: JSONDocument
    do { document = try JSONDocument(parsing: bytes) } catch { throw ConversationError(error) }
    try self.init(document, as: format, orphans: orphans)
  }

  /// Reads a payload that is parsed already.
  ///
  /// - Parameter format: The shape of the payload; by default it is found out from the payload.
  /// - Throws: ``ConversationError`` with the place of the first mistake.
  public init(
    _ document: JSONDocument, as format: WireFormat? = nil, orphans: OrphanHandling = .reject
  ) throws(ConversationError) {
    let format = if let format { format } else { try WireFormat(detectedIn: document.root) }
    let payload = try format.read(document)
    let grouping = MessageGrouping(payload.messages, rules: format.rules, refersBack: payload.refersBack)
    self.format = format
    self.document = document
    model = payload.model
    instructions = payload.instructions
    tools = payload.tools
    mustCallTool = payload.mustCallTool
    unread = payload.unread
    cacheMarkersOutside = payload.cacheMarkersOutside
    messages = grouping.messages
    messageArray = payload.messageArray
    wrapping = payload.wrapping
    groups = try grouping.groups(orphans: orphans)
  }
}

extension Conversation {
  /// Whether all bytes before and behind the messages are the same.
  func isSameAroundMessages(as other: Conversation) -> Bool {
    let (mine, others) = (messageArray.range, other.messageArray.range)
    return document.bytes[..<mine.start] == other.document.bytes[..<others.start]
      && document.bytes[mine.end...] == other.document.bytes[others.end...]
  }

  /// The most messages that are read: far above what any provider takes, and few enough for the memory of a machine.
  public static let messageLimit = 1 << 20

  /// Every text in the payload that is counted: what is said, the arguments of calls, instructions, tools, and the form
  /// of the answer.
  public var texts: [ArraySlice<UInt8>] {
    let parts = instructions + messages.flatMap(\.parts)
    let said = parts.compactMap { part in
      switch part.kind {
      case .text: part.value.utf8
      case .json: part.value.rawBytes
      case .image, .sealed, .other: nil
      }
    }
    let inputs = messages.flatMap { $0.calls.compactMap { $0.input.map { $0.utf8 ?? $0.rawBytes } } }
    return said + inputs + tools.map(\.rawBytes)
      + (unread + messages.flatMap(\.unread)).map { $0.value.utf8 ?? $0.value.rawBytes }
  }
}
