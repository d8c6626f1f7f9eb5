import TareJSON
public import TareModels
public import TareTokens

/// Counts messages and what stands around them.
public struct MessageCounter: Sendable {
  /// What counts the text.
  public let tokenizer: Tokenizer
  /// What the provider adds around the text.
  public let framing: ChatFraming
  /// How far the counts of text can be trusted for the model.
  public let textBasis: TokenCount.Basis
  /// How far they can be trusted for a budget that has to stay the same as the conversation grows.
  public let budgetBasis: TokenCount.Basis
  /// What turns counts of text into the model's, each text by its own kinds: the tokens of a message do not depend on
  /// what else is in the conversation, so that they are the same in every call.
  private let model: ModelTokenizer
  private let imageRule: ImageRule?
  private let toolPrompt: ToolPrompt?

  /// A counter for a model, by the formulas that are published for it.
  ///
  /// - Parameters:
  ///   - tokenizer: What counts the text.
  ///   - texts: All that will be counted, which says how far estimates can be trusted.
  ///   - model: The name without routes and in lower case; `nil` where nobody said which.
  public init(
    _ tokenizer: ModelTokenizer, for texts: [ArraySlice<UInt8>], model: String?, formulas: ChatFormulas
  ) {
    self.tokenizer = Tokenizer(tokenizer.encoding)
    self.model = tokenizer
    let composition = tokenizer.composition(of: texts)
    textBasis = tokenizer.scale(for: composition).basis
    budgetBasis = tokenizer.steadyBasis(for: composition)
    framing = formulas.framing(for: model) ?? .none
    imageRule = formulas.imageRule(for: model)
    toolPrompt = formulas.toolPrompt(for: model)
  }

  /// A counter for the models of `encoding`, which may be known or only assumed to be the model's own.
  ///
  /// The formulas are those for gpt-4 where the encoding is `cl100k_base`, and those for gpt-4o otherwise.
  public init(_ encoding: Encoding, basis: TokenCount.Basis = .exact) {
    tokenizer = Tokenizer(encoding)
    self.model = ModelTokenizer(encoding)
    (textBasis, budgetBasis) = (basis, basis)
    let model = encoding == .cl100kBase ? "gpt-4-turbo" : "gpt-4o"
    // The file of this version is tested; without it nothing would be added to the text.
    let formulas = try? ChatFormulas.builtIn
    framing = formulas?.framing(for: model) ?? .none
    imageRule = formulas?.imageRule(for: model)
    toolPrompt = nil
  }

  /// Every message and every tool of a conversation, each counted once.
  ///
  /// - Complexity: O(*n*) in bytes.
  public func counts(of conversation: Conversation) -> ConversationCounts {
    counts(conversation.messages.map(count), of: conversation)
  }

  /// - Parameter known: The counts of a conversation that says the same around its messages.
  func counts(
    _ messages: [MessageCount], of conversation: Conversation, knowing known: ConversationCounts? = nil
  ) -> ConversationCounts {
    var gaps = FormulaGaps()
    return ConversationCounts(
      messages: messages, instructions: known?.instructions ?? instructions(of: conversation, noting: &gaps),
      tools: known?.tools ?? tools(of: conversation, noting: &gaps),
      rest: known?.rest ?? count(conversation.unread, noting: &gaps), reply: reply,
      encoding: tokenizer.encoding, textBasis: textBasis, framingStatus: framing.status)
  }

  /// The tools that a request offers, with what the provider adds for them.
  func tools(of conversation: Conversation, noting gaps: inout FormulaGaps) -> MessageCount {
    var tools = count(tools: conversation.tools, of: conversation.format, noting: &gaps)
    if let toolPrompt, !conversation.tools.isEmpty {
      tools += MessageCount(tokens: conversation.mustCallTool ? toolPrompt.any : toolPrompt.auto)
    }
    return tools
  }

  /// Members that no formula speaks of, counted as the text they are.
  func count(_ unread: [UnreadMember], noting gaps: inout FormulaGaps) -> MessageCount {
    unread.reduce(into: MessageCount(tokens: 0)) { sum, member in
      let count = MessageCount(uncertainTokens: tokens(member.value.utf8 ?? member.value.rawBytes))
      gaps.add(member.name, count)
      sum += count
    }
  }

  /// One message with its framing.
  public func count(_ message: Message) -> MessageCount { account(of: message).total }

  /// One message by what its tokens are.
  public func account(of message: Message) -> MessageAccount {
    var account = MessageAccount()
    account.overhead = framed(framing.message + (framing.countsRole ? tokens(message.countedRole) : 0))
    if let name = message.name?.utf8 { account.overhead += framed(tokens(name) + framing.speaker) }
    account.gaps.add("what stands around messages", account.overhead)
    for part in message.parts { add(part, to: &account) }
    addCalls(of: message, to: &account)
    account.other += count(message.unread, noting: &account.gaps)
    return account
  }

  private func addCalls(of message: Message, to account: inout MessageAccount) {
    for call in message.calls {
      let input = call.input.map { tokens($0.utf8 ?? $0.rawBytes) } ?? 0
      let count = MessageCount(tokens: tokens(call.name) + input, uncertain: framing.uncertainPerCall)
      account.gaps.add("tool calls", count)
      account.calls += count
    }
    for result in message.results where result.callID != nil {
      let count = MessageCount(uncertainTokens: framing.resultID)
      account.gaps.add("ids of tool results", count)
      account.calls += count
    }
  }

  /// A message of nothing but text, as ``WireFormat/textMessage(role:text:)`` writes it.
  public func count(role: Role, text: String) -> Int {
    framing.message + (framing.countsRole ? tokens(role.rawValue) : 0) + tokens(text)
  }

  /// What is said in a message, without its framing.
  public func contentTokens(of message: Message) -> Int {
    let account = account(of: message)
    return account.text.tokens + account.images.tokens + account.other.tokens
  }

  /// The opening of the model's reply.
  var reply: MessageCount { framed(framing.reply) }

  /// Tokens that the formula adds: uncertain where the provider publishes none.
  func framed(_ tokens: Int) -> MessageCount {
    MessageCount(tokens: tokens, uncertain: framing.status == .unpublished ? tokens : 0)
  }

  /// The model's tokens of a text.
  func tokens(_ text: String) -> Int {
    model.estimate == nil ? tokenizer.count(text) : tokens(Array(text.utf8)[...])
  }

  /// The model's tokens of a text.
  func tokens(_ utf8: ArraySlice<UInt8>) -> Int {
    let tokens = tokenizer.count(utf8)
    return model.estimate == nil ? tokens : model.scale(for: [utf8]).modelTokens(tokens)
  }

  func add(_ part: MessagePart, to account: inout MessageAccount) {
    switch part.kind {
    case .text: account.text += MessageCount(tokens: part.value.utf8.map { tokens($0) } ?? 0)
    case .image(let image):
      let count = imageRule?.tokens(of: image) ?? .unknownImage
      account.gaps.add(gapName(image), count)
      account.images += count
    case .json:
      let count = MessageCount(uncertainTokens: tokens(part.value.rawBytes))
      account.gaps.add("results that are JSON", count)
      account.other += count
    case .sealed(let type):
      let count = MessageCount(uncertainTokens: sealedTokens(part.value))
      account.gaps.add("parts of type \(ConversationError.quoted(type))", count)
      account.other += count
    case .other(let type):
      // Nothing is published for these; the JSON of the part is more than any provider has been seen to charge.
      let count = MessageCount(uncertainTokens: tokens(part.value.rawBytes))
      account.gaps.add("parts of type \(ConversationError.quoted(type))", count)
      account.other += count
    }
  }

  private func gapName(_ image: MessageImage) -> String {
    if imageRule == nil { return "pictures" }
    if image.detail == .other { return "pictures of an unknown detail" }
    return image.size == nil ? "pictures of unknown size" : "pictures"
  }
}

extension MessageCount {
  /// A picture of a model of which nobody says how it counts them: what the dearest of the usual rules comes to.
  fileprivate static let unknownImage = MessageCount(most: 1_568, least: 85)
}

extension ChatFraming {
  /// Nothing around the text.
  static let none = ChatFraming(
    name: "none", title: "none", source: "none", status: .unpublished, countsRole: true, message: 0, speaker: 0,
    reply: 0,
    resultID: 0, uncertainPerCall: 0, tool: 0, properties: 0, property: 0, enumeration: 0, enumerationItem: 0,
    toolsEnd: 0)
}
