public import TareJSON

/// A conversation as a payload holds it: read once, and written back by copying.
///
/// ```
/// payload   {"model":"…","messages":[ system , user , assistant+calls , tool , tool , assistant , user ]}
/// groups                              ──────   ────   ───────────────────────────   ─────────   ────
/// ```
public struct Conversation: Sendable {
  /// The shape of the payload.
  public let format: WireFormat
  /// The payload.
  public let document: JSONDocument
  /// The model the payload names, if it names one.
  public let model: String?
  /// The tools the payload offers.
  public let tools: [JSONValue]
  /// Whether the payload asks that one of them be called.
  public let mustCallTool: Bool
  /// What else the payload says to the model beside its messages and tools, such as the form of the answer.
  public let unread: [UnreadMember]
  /// The messages in order.
  public let messages: [Message]
  /// The messages in order, by what stands or falls together.
  public let groups: [MessageGroup]
  /// The array that holds the messages.
  let messageArray: JSONValue

  /// Reads a payload: a request with its messages in it, or the array of messages alone.
  ///
  /// - Throws: ``ConversationError`` with the place of the first mistake.
  /// - Complexity: O(*n*) in bytes.
  public init(
    parsing bytes: [UInt8], as format: WireFormat = .openAIChat, orphans: OrphanHandling = .reject
  ) throws(ConversationError) {
    let document: JSONDocument
    do { document = try JSONDocument(parsing: bytes) } catch { throw ConversationError(error) }
    try self.init(document, as: format, orphans: orphans)
  }

  /// Reads a payload that is parsed already.
  ///
  /// - Throws: ``ConversationError`` with the place of the first mistake.
  public init(
    _ document: JSONDocument, as format: WireFormat = .openAIChat, orphans: OrphanHandling = .reject
  ) throws(ConversationError) {
    let payload = try format.read(document)
    var grouping = MessageGrouping(payload.messages, orphans: orphans)
    self.format = format
    self.document = document
    model = payload.model
    tools = payload.tools
    mustCallTool = payload.mustCallTool
    unread = payload.unread
    messages = payload.messages
    messageArray = payload.messageArray
    groups = try grouping.group()
  }
}

extension Conversation {
  /// Every text in the payload that is counted: what is said, the arguments of calls, the tools, and the form of the answer.
  public var texts: [ArraySlice<UInt8>] {
    messages.flatMap { message in
      message.parts.compactMap { $0.kind == .text ? $0.value.utf8 : nil }
        + message.calls.compactMap { $0.input.map { $0.utf8 ?? $0.rawBytes } }
    } + tools.map(\.rawBytes) + (unread + messages.flatMap(\.unread)).map { $0.value.utf8 ?? $0.value.rawBytes }
  }
}

/// What a format's reader finds in a payload.
struct ConversationPayload {
  let messageArray: JSONValue
  let messages: [Message]
  let model: String?
  let tools: [JSONValue]
  var mustCallTool = false
  var unread: [UnreadMember] = []
}

extension WireFormat {
  func read(_ document: JSONDocument) throws(ConversationError) -> ConversationPayload {
    switch self {
    case .openAIChat: try OpenAIChatReader().read(document)
    }
  }

  /// A message with nothing but text, as this format writes it.
  public func textMessage(role: Role, text: String) -> [UInt8] {
    switch self {
    case .openAIChat: openAIChatMessage(role: role, text: text)
    }
  }
}
