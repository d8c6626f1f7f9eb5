public import TareTokens

/// The tokens of one message, by what they are.
public struct MessageAccount: Sendable, Hashable {
  /// What is said.
  public var text = MessageCount(tokens: 0)
  /// The role, the name of the speaker, and what stands around a message.
  public var overhead = MessageCount(tokens: 0)
  /// The tools that are called, and the ids of results.
  public var calls = MessageCount(tokens: 0)
  /// Pictures.
  public var images = MessageCount(tokens: 0)
  /// Sound, files, and whatever else no published formula speaks of.
  public var other = MessageCount(tokens: 0)
  /// What of all this no published formula counts.
  public internal(set) var gaps = FormulaGaps()

  /// Nothing.
  public init() {}

  /// All of it.
  public var total: MessageCount {
    var sum = text
    for part in [overhead, calls, images, other] { sum += part }
    return sum
  }

  static func += (left: inout MessageAccount, right: MessageAccount) {
    left.text += right.text
    left.overhead += right.overhead
    left.calls += right.calls
    left.images += right.images
    left.other += right.other
    left.gaps += right.gaps
  }
}

/// The tokens of a whole request, by what they are.
public struct RequestAccount: Sendable, Hashable {
  /// Each message, in order.
  public let messages: [MessageAccount]
  /// The instructions that stand beside the messages.
  public let instructions: MessageCount
  /// The tools the request offers, with what the provider adds for them.
  public let tools: MessageCount
  /// What the request says beside messages and tools, such as the form of the answer.
  public let rest: MessageCount
  /// The opening of the model's reply.
  public let reply: MessageCount
  /// The whole request and what the sum is worth.
  public let total: TokenCount
  /// What of the request no published formula counts.
  public let gaps: FormulaGaps

  /// All messages together.
  public var sum: MessageAccount { messages.reduce(into: MessageAccount()) { $0 += $1 } }
}

extension MessageCounter {
  /// Every part of a request with its tokens.
  ///
  /// - Complexity: O(*n*) in bytes.
  public func account(of conversation: Conversation) -> RequestAccount {
    let messages = conversation.messages.map(account)
    var gaps = FormulaGaps()
    for message in messages { gaps += message.gaps }
    let instructions = instructions(of: conversation, noting: &gaps)
    let tools = tools(of: conversation, noting: &gaps)
    let rest = count(conversation.unread, noting: &gaps)
    gaps.add("the opening of the reply", reply)
    let total = counts(messages.map(\.total), of: conversation).total
    return RequestAccount(
      messages: messages, instructions: instructions, tools: tools, rest: rest, reply: reply, total: total, gaps: gaps)
  }
}
