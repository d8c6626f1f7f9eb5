/// Why a conversation cannot be simulated.
public enum SimulationError: Error, Sendable, Hashable {
  /// No turns or too many of them.
  case turnCount(Int, limit: Int)
  /// A number of tokens out of range.
  case tokens(Int, limit: Int)
  /// A policy's limits are not in order.
  case policyLimits(String)
  /// Pauses or weights that are no distribution.
  case gaps(String)
  /// A kind of token was used that has no known price, or the sum is too large.
  case pricing(PricingError)
  /// The conversations have too many requests together.
  case requests(Int, limit: Int)
  /// The number of conversations to draw is out of range.
  case conversations(Int, limit: Int)
}

extension SimulationError: CustomStringConvertible {
  /// One sentence with the number and the limit.
  public var description: String {
    switch self {
    case .turnCount(let count, let limit): "a conversation has 1 to \(limit) turns, not \(count)"
    case .tokens(let count, let limit): "a number of tokens is 0 to \(limit), not \(count)"
    case .policyLimits(let reason): reason
    case .gaps(let reason): reason
    case .pricing(let error): error.description
    case .requests(let count, let limit):
      "\(count) requests are more than the \(limit) that are simulated; draw fewer conversations"
    case .conversations(let count, let limit): "1 to \(limit) conversations can be drawn, not \(count)"
    }
  }
}
