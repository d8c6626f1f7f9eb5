public import TareConversations
import TareText

/// What becomes of one message, and why.
public struct TrimDecision: Sendable, Hashable {
  /// What becomes of a message.
  public enum Action: Sendable, Hashable {
    /// It stays byte for byte.
    case kept
    /// It goes.
    case dropped
    /// It stays with another content, which makes it this many tokens.
    case replaced(tokens: Int)
  }

  /// Why.
  public enum Reason: String, Sendable, Hashable {
    /// System and developer messages always stay.
    case instruction
    /// The last message of a person always stays.
    case lastHuman = "last-human"
    /// The newest group always stays.
    case newest
    /// It stands in the window.
    case window
    /// It bears on the question.
    case relevant
    /// It stands before the window, which the budget limits.
    case overBudget = "over-budget"
    /// It stands before the window, which a number of turns or messages limits.
    case overNumber = "over-number"
    /// It is a tool result that is older than those that keep their content.
    case oldToolResult = "old-tool-result"
    /// It is longer than the cap for what a tool returns, so that its middle was left out.
    case overCap = "over-cap"
    /// It is too long for the room there is, so that its middle was left out.
    case tooLong = "too-long"
    /// It got or lost a mark of the provider's cache, which costs no tokens.
    case cacheMarker = "cache-marker"
    /// It is a tool result without its call, or a call without its result.
    case orphan
  }

  /// The place of the message in the payload, from 0.
  public let index: Int
  /// Who speaks.
  public let role: Role
  /// The id by which a tool call and its result refer to each other, if the message has one.
  public let id: String?
  /// The tokens of the message as it came.
  public let tokens: Int
  /// What becomes of it.
  public internal(set) var action: Action
  /// Why.
  public internal(set) var reason: Reason
  /// How much its group bears on the question, where the policy asked; scores of one plan compare, those of two do not.
  public let score: Double?
  /// The name of the message for whoever wants it back; `nil` for one that stays as it is.
  public let handle: ContentHandle?
  /// What makes the message another where it is replaced.
  var edits: [Edit]

  /// The tokens that are left of the message.
  public var tokensAfter: Int {
    switch action {
    case .kept: tokens
    case .dropped: 0
    case .replaced(let tokens): tokens
    }
  }
}
