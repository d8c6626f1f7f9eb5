import TareConversations

/// The names of the tools that results are of. Most formats name the tool only in the call.
struct ToolNames {
  private let nameOfCall: [String: String]

  /// No names, where nobody asks for any.
  init() { nameOfCall = [:] }

  /// - Complexity: O(*m*) in messages.
  init(_ conversation: Conversation) {
    let calls = conversation.messages.lazy.flatMap(\.calls).compactMap { call in call.id.map { ($0, call.name) } }
    nameOfCall = Dictionary(calls) { first, _ in first }
  }

  /// The tool that a result is of; `nil` where neither the result nor its call says so.
  func name(of result: ToolResult) -> String? {
    result.name ?? result.callID.flatMap { nameOfCall[$0] }
  }

  func names(in message: Message) -> [String] { message.results.compactMap { name(of: $0) } }
}
