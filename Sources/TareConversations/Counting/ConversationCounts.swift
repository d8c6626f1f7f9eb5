public import TareTokens

/// The tokens of one message, and how many of them rest on something that is not published.
public struct MessageCount: Sendable, Hashable {
  /// The tokens, framing included.
  public var tokens: Int
  /// By how many tokens the true count may differ.
  public var uncertain: Int

  /// A count, by default with nothing uncertain about it.
  public init(tokens: Int, uncertain: Int = 0) {
    self.tokens = tokens
    self.uncertain = uncertain
  }

  /// A count that is uncertain as a whole.
  init(uncertainTokens tokens: Int) { self.init(tokens: tokens, uncertain: tokens) }

  /// The most it can be, with what it may be less as uncertain.
  init(most: Int, least: Int) { self.init(tokens: most, uncertain: max(0, most - least)) }

  static func += (left: inout MessageCount, right: MessageCount) {
    left.tokens += right.tokens
    left.uncertain += right.uncertain
  }
}

/// The tokens of a conversation, message by message; made once and summed as often as needed.
public struct ConversationCounts: Sendable, Hashable {
  /// Each message, in order.
  public let messages: [MessageCount]
  /// The instructions that stand beside the messages.
  public let instructions: MessageCount
  /// The tools the request offers.
  public let tools: MessageCount
  /// What the request says beside messages and tools, such as the form of the answer.
  public let rest: MessageCount
  /// The opening of the model's reply.
  public let reply: MessageCount
  /// What the text was counted with.
  public let encoding: Encoding
  /// How far that encoding can be trusted for the model.
  public let textBasis: TokenCount.Basis
  /// How far the formulas for what stands around the text can be trusted for the model.
  public let framingStatus: ChatFraming.Status

  /// What is there whatever messages are kept.
  public var fixed: Int { instructions.tokens + tools.tokens + rest.tokens + reply.tokens }

  /// The whole conversation.
  public var total: TokenCount { total(keeping: messages) }

  /// The conversation with other messages in it.
  ///
  /// The basis is that of the text while every token rests on the encoding and on a published formula, and an
  /// estimate with the band of what does not, otherwise. A formula that is published for an older model only makes it
  /// ``TokenCount/Basis/assumed``.
  public func total(keeping kept: some Sequence<MessageCount>) -> TokenCount {
    var sum = tools
    sum += instructions
    sum += rest
    sum += reply
    for count in kept { sum += count }
    guard sum.uncertain > 0 else { return TokenCount(sum.tokens, basis: certainBasis) }
    let uncertain = (sum.uncertain * 1_000 + sum.tokens - 1) / max(sum.tokens, 1)
    // Text that is itself estimated brings the band of its estimate along.
    guard case .estimated(let band) = textBasis else {
      return TokenCount(sum.tokens, basis: .estimated(band: uncertain))
    }
    return TokenCount(sum.tokens, basis: .estimated(band: min(uncertain + band, 999)))
  }

  /// What a count is worth of which nothing is uncertain.
  private var certainBasis: TokenCount.Basis {
    if case .estimated = textBasis { return textBasis }
    return framingStatus == .published ? textBasis : .assumed
  }
}
