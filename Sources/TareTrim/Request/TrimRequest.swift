public import TareConversations
public import TareJSON
public import TareRanking

/// A request to trim, as a file or a line of a stream has it:
/// `{"id", "format", "encoding" or "model", "budget", "reserve", "query", "messages" or "body", "chunks", "policy"}`.
///
/// Only the conversation has to be there; what else is missing is decided by whoever answers.
public struct TrimRequest: Sendable {
  /// What the answer repeats, so that the two are known to belong together; a string, a number, or whatever it is.
  public let id: JSONValue?
  /// The shape of the conversation; `nil` to tell it from the conversation itself.
  public let format: WireFormat?
  /// The name of what counts the text.
  public let encoding: String?
  /// The name of the model that the conversation is for.
  public let model: String?
  /// The most tokens the conversation may have.
  public let budget: Int?
  /// How many of them stay free.
  public let reserve: Int?
  /// The question by which history and chunks are judged; `nil` for the last message of a person.
  public let query: String?
  /// The conversation.
  public let conversation: JSONValue
  /// Whether the conversation is a whole request to a provider, and not its messages alone.
  public let isBody: Bool
  /// The chunks that want to go in.
  public let chunks: [Chunk]?
  /// What the request says about how to trim.
  public let policy: PolicyMembers
  /// What was not understood, one sentence each; nothing else of the request is touched by it.
  public let warnings: [String]
}

extension TrimRequest {
  /// Whether a value is a request to trim and not a conversation itself. An object is one that has a `body`, or
  /// `messages` beside a member that no provider's request has. An `id` alone makes none where other members, such as
  /// `system`, belong to a provider's request: they would be lost.
  public static func isRequest(_ value: JSONValue) -> Bool {
    guard value.kind == .object else { return false }
    if value["body"] != nil { return true }
    guard value["messages"] != nil else { return false }
    return own.dropFirst().contains { value[$0] != nil }
      || (value["id"] != nil && value.members.allSatisfy { known.contains($0.name) })
  }

  /// Reads a request.
  ///
  /// - Throws: ``TrimRequestError`` with the place of the first member that is no such thing.
  public init(_ value: JSONValue) throws(TrimRequestError) {
    let members = RequestMembers(value)
    id = value["id"]
    format = try members.name("format", of: WireFormat.self, WireFormat.allCases.map(\.rawValue))
    encoding = try members.text("encoding")
    model = try members.text("model")
    budget = try members.number("budget", from: 1)
    reserve = try members.number("reserve", from: 0)
    query = try members.text("query")
    guard let found = value["body"] ?? value["messages"] else {
      throw TrimRequestError(value, "the request has neither \"messages\" nor \"body\"")
    }
    for name in ["messages", "body"] where value.members.count(where: { $0.name == name }) > 1 {
      throw TrimRequestError(value, "\"\(name)\" stands twice")
    }
    conversation = found
    isBody = value["body"] != nil
    chunks = try members.value("chunks").map { value throws(TrimRequestError) in try Self.chunks(value) }
    policy = try PolicyMembers(members.value("policy"))
    let unknown = value.members.map(\.name).filter { !Self.known.contains($0) }
    let both = value["body"] != nil && value["messages"] != nil ? ["\"messages\" beside \"body\" was ignored"] : []
    warnings = both + unknown.map { "unknown member \(quotedStart($0)) was ignored" } + policy.warnings
  }

  private static func chunks(_ value: JSONValue) throws(TrimRequestError) -> [Chunk] {
    guard value.kind == .array else {
      throw TrimRequestError(value, "\"chunks\" is \(value.kind), expected an array")
    }
    do throws(ChunkFileError) {
      return try ChunkFile(value).chunks
    } catch {
      throw TrimRequestError(location: error.location, reason: error.reason)
    }
  }

  /// What a request has and a provider's has not.
  private static let own = ["id", "budget", "format", "encoding", "query", "chunks", "policy", "reserve"]
  private static let known = Set(own + ["model", "messages", "body"])
}
