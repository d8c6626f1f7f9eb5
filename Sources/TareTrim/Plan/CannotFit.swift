/// What must stay is more than the budget.
public struct CannotFit: Error, Sendable, Hashable {
  /// Something that must stay.
  public struct Part: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable {
      /// The tools that the request offers, what it says beside its messages, and the opening of the reply.
      case fixed = "tools and reply"
      /// The tools alone.
      case tools
      /// System and developer messages, and instructions outside the messages.
      case instructions
      /// The message of a person that a history has to begin with.
      case opener = "the message before the last human one"
      /// The last message of a person.
      case lastHuman = "the last human message"
      /// The newest message, with the tool calls and results that belong to it.
      case newest = "the newest messages"
    }

    /// What it is.
    public let kind: Kind
    /// The messages it is, in order; empty for what is none.
    public let messages: [Int]
    /// Its tokens, however far they can be shortened.
    public let tokens: Int
  }

  /// What the payload may have.
  public let available: Int
  /// What all that must stay has.
  public let needed: Int
  /// What of that shortening can still take away, where the policy lets it; too little.
  public let shortenable: Int
  /// What must stay, without parts that weigh nothing.
  public let parts: [Part]
  /// Whether it is a share of the budget that is too small, and not the budget.
  public let isShare: Bool

  init(available: Int, needed: Int, shortenable: Int = 0, parts: [Part], isShare: Bool = false) {
    self.available = available
    self.needed = needed
    self.shortenable = shortenable
    self.parts = parts
    self.isShare = isShare
  }
}

extension CannotFit: CustomStringConvertible {
  /// One sentence: both numbers, their difference, and what the tokens are.
  public var description: String {
    let parts = parts.map { "\($0.kind.rawValue)\($0.places) \($0.tokens)" }.joined(separator: ", ")
    if isShare { return "\(parts) tokens are more than their share of the budget, \(available)" }
    let numbers = "needs \(needed) tokens and the budget leaves \(available), \(needed - available) too few"
    let less = shortenable > 0 ? ", of which shortening can take \(shortenable)" : ""
    return "what must stay \(numbers)\(less): \(parts)"
  }
}

extension CannotFit.Part {
  /// The places of the messages, where they are few enough to name.
  fileprivate var places: String {
    guard let first = messages.first, let last = messages.last, kind != .instructions else { return "" }
    return first == last ? " (message \(first))" : " (messages \(first) to \(last))"
  }
}
