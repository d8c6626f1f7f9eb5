/// How many tokens a payload may have.
public struct Budget: Sendable, Hashable {
  /// The size of the window.
  public let tokens: Int
  /// What of it stays free, for the model's answer.
  public let reserve: Int

  /// A budget of `tokens`, of which `reserve` stay free.
  public init(tokens: Int, reserve: Int = 0) {
    self.tokens = tokens
    self.reserve = reserve
  }

  /// No limit in tokens; only what a policy keeps by number of turns or messages limits the payload then.
  public static let unlimited = Budget(tokens: 1 << 40)

  /// What the payload may have: the budget without the reserve, and never below nothing.
  public var available: Int { max(0, tokens - reserve) }
}

/// A part of a whole in thousandths, so that no rounding of floating point decides what is kept.
public struct Share: Sendable, Hashable {
  /// The thousandths, from 0 to 1000.
  public let thousandths: Int

  /// A share of that many thousandths; what lies outside 0 to 1000 becomes the nearest of the two.
  public init(thousandths: Int) {
    self.thousandths = min(max(thousandths, 0), 1_000)
  }

  /// The share of `whole`, rounded down.
  public func of(_ whole: Int) -> Int {
    whole / 1_000 * thousandths + whole % 1_000 * thousandths / 1_000
  }
}
