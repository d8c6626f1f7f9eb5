public import TareConversations
import TareText
public import TareTokens

/// What trimming would do to a conversation: a decision for each message, and what is added.
public struct TrimPlan: Sendable {
  /// Whether the payload fits.
  public enum Status: String, Sendable {
    /// Everything fits as it is.
    case fits
    /// It fits after what the plan takes away.
    case trimmed
    /// It is over the budget, and stays so because a cut would cost more than it saves; see ``TrimPolicy/payBack``.
    case putOff = "put-off"
    /// What must stay is more than the budget.
    case cannotFit = "cannot-fit"
  }

  /// Whether the payload fits.
  public let status: Status
  /// What it had to fit into.
  public let budget: Budget
  /// What becomes of each message, in order.
  public let decisions: [TrimDecision]
  /// The note in place of the dropped messages.
  public let placeholder: SummaryPlaceholder?
  /// What becomes of the chunks, when there are any.
  public let chunks: ChunkAccount?
  /// The tokens of the payload as it came.
  public let before: TokenCount
  /// The tokens of the payload that the plan leads to; more than the budget when it cannot fit.
  public let after: TokenCount
  /// The messages that are added, in order.
  public let additions: [Addition]
  /// The dropped messages whose text is repeated in the message of what was recalled.
  public let recalled: [Int]
  /// Why the payload cannot fit, if it cannot.
  public let cannotFit: CannotFit?

  /// A message that was not in the payload.
  public struct Addition: Sendable, Hashable {
    /// What the message is.
    public enum Kind: String, Sendable {
      /// The note in place of the dropped messages.
      case note
      /// What was said in dropped messages that bear on the question.
      case recall
      /// The chunks that stay.
      case chunks
    }

    /// What the message is.
    public let kind: Kind
    /// The index of the message it stands before; the number of messages for the end.
    public let before: Int
    /// In which role it speaks.
    public let role: Role
    /// What it says.
    public let text: String
    /// Its tokens.
    public internal(set) var tokens: Int
    /// Whether it becomes a part of the message behind it, because the provider refuses two of one role in a row.
    public internal(set) var joinsNext = false
    /// The mark of the provider's cache that it took over from what it stands for.
    var cacheMarker: CacheMarker?

    /// The message as the conversation's format writes it.
    func bytes(in conversation: Conversation) -> [UInt8] {
      let plain = conversation.textMessage(role: role, text: text)
      guard let cacheMarker else { return plain }
      let list = [UInt8(ascii: "[")] + plain + [UInt8(ascii: "]")]
      let read = try? Conversation(parsing: list, as: conversation.format)
      return read?.message(0, addingCacheMarker: cacheMarker) ?? plain
    }

    /// Two are the same if they say the same in the same place.
    public static func == (left: Addition, right: Addition) -> Bool {
      left.kind == right.kind && left.before == right.before && left.role == right.role && left.text == right.text
    }

    /// What two that are the same have in common.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(before)
      hasher.combine(text)
    }
  }

  /// The decisions to drop or to replace.
  public var changes: [TrimDecision] { decisions.filter { $0.action != .kept } }

  /// The payload after the plan: kept messages byte for byte, everything around them unchanged.
  ///
  /// - Parameter conversation: The conversation the plan was made for.
  /// - Throws: ``CannotFit`` instead of a payload over the budget.
  /// - Complexity: O(*n*) in bytes.
  public func applied(to conversation: Conversation) throws(CannotFit) -> [UInt8] {
    if let error = cannotFit { throw error }
    return conversation.payload(of: items(conversation))
  }

  /// The message array after the plan, without what stands around it.
  ///
  /// - Throws: ``CannotFit`` instead of messages over the budget.
  public func messages(of conversation: Conversation) throws(CannotFit) -> [UInt8] {
    if let error = cannotFit { throw error }
    return conversation.messageArray(of: items(conversation))
  }

  /// For each message after the plan its place among those that came; `nil` for one that is new.
  public var origins: [Int?] {
    var origins: [Int?] = []
    for decision in decisions {
      origins += additions.filter { $0.before == decision.index && !$0.joinsNext }.map { _ in nil }
      if decision.action != .dropped { origins.append(decision.index) }
    }
    return origins + additions.filter { $0.before == decisions.count }.map { _ in nil }
  }

  private func items(_ conversation: Conversation) -> [PayloadItem] {
    var items: [PayloadItem] = []
    for decision in decisions {
      items += inserted(before: decision.index, conversation)
      let edits = joined(decision, conversation) + decision.edits
      switch decision.action {
      case .dropped: break
      case .kept where edits.isEmpty: items.append(.original(decision.index))
      case .kept, .replaced:
        items.append(.rewritten(decision.index, conversation.message(decision.index, applying: edits)))
      }
    }
    return items + inserted(before: decisions.count, conversation)
  }

  /// What stands between two additions that become parts of one message.
  static let joint = "\n\n"

  /// What becomes a part of a message, as edits of it.
  private func joined(_ decision: TrimDecision, _ conversation: Conversation) -> [Edit] {
    let text = additions.filter { $0.before == decision.index && $0.joinsNext }.map(\.text).joined(
      separator: Self.joint)
    return text.isEmpty ? [] : conversation.messages[decision.index].edits(addingText: text) ?? []
  }

  private func inserted(before index: Int, _ conversation: Conversation) -> [PayloadItem] {
    additions.filter { $0.before == index && !$0.joinsNext }.map { .inserted($0.bytes(in: conversation)) }
  }
}
