import TareJSON
public import TareTokens

/// Counts messages and what stands around them.
public struct MessageCounter: Sendable {
  /// What counts the text.
  public let tokenizer: Tokenizer
  /// What the provider adds around the text.
  public let framing: ChatFraming
  /// How far the encoding can be trusted for the model.
  public let textBasis: TokenCount.Basis

  /// A counter for the models of `encoding`, which may be known or only assumed to be the model's own.
  public init(_ encoding: Encoding, basis: TokenCount.Basis = .exact) {
    tokenizer = Tokenizer(encoding)
    textBasis = basis
    framing = ChatFraming(tool: encoding == .cl100kBase ? 10 : 7)
  }

  /// Every message and every tool of a conversation, each counted once.
  ///
  /// - Complexity: O(*n*) in bytes.
  public func counts(of conversation: Conversation) -> ConversationCounts {
    ConversationCounts(
      messages: conversation.messages.map(count), tools: count(tools: conversation.tools), reply: framing.reply,
      encoding: tokenizer.encoding, textBasis: textBasis)
  }

  /// One message with its framing.
  public func count(_ message: Message) -> MessageCount {
    var count = MessageCount(tokens: framing.message + tokenizer.count(message.roleName))
    if let name = message.name?.utf8 { count.tokens += tokenizer.count(name) + framing.name }
    for part in message.parts { count += self.count(part) }
    for call in message.calls {
      count.tokens += tokenizer.count(call.name) + (call.input.map { tokenizer.count($0.utf8 ?? $0.rawBytes) } ?? 0)
      count.uncertain += framing.uncertainPerCall
    }
    for result in message.results where result.callID != nil {
      count.tokens += framing.resultID
      count.uncertain += framing.resultID
    }
    return count
  }

  /// A message of nothing but text, as ``WireFormat/textMessage(role:text:)`` writes it.
  public func count(role: Role, text: String) -> Int {
    framing.message + tokenizer.count(role.rawValue) + tokenizer.count(text)
  }

  /// What is said in a message, without its framing.
  public func contentTokens(of message: Message) -> Int {
    message.parts.reduce(0) { $0 + count($1).tokens }
  }

  private func count(_ part: MessagePart) -> MessageCount {
    switch part.kind {
    case .text: MessageCount(tokens: part.value.utf8.map { tokenizer.count($0) } ?? 0)
    case .image(isLowDetail: true): MessageCount(uncertainTokens: framing.lowDetailImage)
    case .image:
      MessageCount(tokens: framing.largestImage, uncertain: framing.largestImage - framing.smallestImage)
    case .other:
      // Nothing is published for these; the JSON of the part is more than any provider has been seen to charge.
      MessageCount(uncertainTokens: tokenizer.count(part.value.rawBytes))
    }
  }
}
