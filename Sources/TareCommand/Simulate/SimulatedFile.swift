import Tare

/// A conversation in a file, as numbers: each answer of the model and what was new before it is one request.
struct SimulatedFile {
  let model: String?
  let conversation: SimulatedConversation
  let origin: SimulationReport.Origin

  init(_ path: String, format: WireFormat?, counting: EncodingOptions) throws(CommandError) {
    let file = try InputFile.read(path)
    let conversation: Conversation
    do { conversation = try Conversation(parsing: file.bytes, as: format, orphans: .mark) } catch {
      let message = error.message.map { "message \($0): " } ?? ""
      throw .input("\(file.path):\(error.location)", message + error.reason)
    }
    let counter = try CounterChoice(encoding: counting, request: nil, conversation: conversation).counter
    let counts = CountedConversation(conversation, counter: counter).counts
    do { self.conversation = try SimulatedConversation(conversation, counts) } catch {
      throw .input(file.path, error.description)
    }
    model = conversation.model
    origin = .counted(path: file.path, basis: counts.total.basis)
  }
}

extension SimulatedConversation {
  /// The messages at the start that instruct belong to what never changes; a run of the model's own messages is one
  /// answer.
  fileprivate init(_ conversation: Conversation, _ counts: ConversationCounts) throws(SimulationError) {
    let messages = Array(zip(conversation.messages, counts.messages.map(\.tokens)))
    let head = messages.prefix { $0.0.role.isInstruction }
    var turns: [(user: Int, answer: Int, blocks: Int)] = []
    var isAnswered = true
    for (message, tokens) in messages.dropFirst(head.count) {
      if isAnswered, message.role != .assistant || turns.isEmpty { turns.append((0, 0, 0)) }
      isAnswered = message.role == .assistant
      if isAnswered {
        turns[turns.count - 1].answer += tokens
      } else {
        turns[turns.count - 1].user += tokens
        turns[turns.count - 1].blocks += 1
      }
    }
    try self.init(
      systemTokens: head.reduce(counts.fixed) { $0 + $1.1 },
      turns: turns.map { Turn(userTokens: $0.user, assistantTokens: $0.answer, userBlocks: max(1, $0.blocks)) })
  }
}
