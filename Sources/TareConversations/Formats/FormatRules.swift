/// What a provider asks of the order of messages.
public struct FormatRules: Sendable, Hashable {
  /// Whether messages of one role may follow each other.
  public enum RoleOrder: Sendable, Hashable {
    /// They may.
    case free
    /// They may, and the provider reads them as one message.
    case merged
    /// They may not: user and assistant take turns.
    case alternating
  }

  /// Where the result of a call stands.
  enum ResultPlacement: Sendable, Hashable {
    /// In the messages directly behind the call.
    case directlyBehind
    /// In the next messages that are not the model's.
    case nextTurn
    /// Anywhere behind the call.
    case anywhereBehind
  }

  /// Whether the first message that is no instruction has to be the user's.
  public let beginsWithUser: Bool
  /// Whether messages of one role may follow each other.
  public let roleOrder: RoleOrder
  let resultPlacement: ResultPlacement
  /// Whether a result without an id may answer a call that has one.
  var resultsMayOmitID = false
}

extension WireFormat {
  /// What the provider asks of the order of messages, from the documents of each as of 2026-11. Of a form that goes to
  /// more than one provider, the strictest of the usual ones.
  public var rules: FormatRules {
    switch self {
    case .openAIChat:
      FormatRules(beginsWithUser: false, roleOrder: .free, resultPlacement: .directlyBehind)
    case .openAIResponses:
      FormatRules(beginsWithUser: false, roleOrder: .free, resultPlacement: .anywhereBehind)
    case .anthropic:
      FormatRules(beginsWithUser: true, roleOrder: .merged, resultPlacement: .nextTurn)
    case .gemini:
      FormatRules(
        beginsWithUser: true, roleOrder: .merged, resultPlacement: .directlyBehind, resultsMayOmitID: true)
    case .bedrock:
      FormatRules(beginsWithUser: true, roleOrder: .alternating, resultPlacement: .directlyBehind)
    case .langchain:
      FormatRules(beginsWithUser: true, roleOrder: .merged, resultPlacement: .directlyBehind)
    case .shareGPT:
      FormatRules(beginsWithUser: true, roleOrder: .merged, resultPlacement: .nextTurn)
    }
  }
}
