/// What an app does with a conversation's history before each request.
public enum HistoryPolicy: Sendable, Hashable {
  /// Sends all of it.
  case full
  /// Drops the oldest turns before each request until its input is within `limit` tokens.
  case sliding(limit: Int)
  /// Drops nothing until the input is above `high` tokens, and then the oldest turns until it is within `low`; with
  /// `alsoWhenCold` also whenever the cache has forgotten the conversation and the input is above `low`.
  case watermark(high: Int, low: Int, alsoWhenCold: Bool = false)
  /// Drops the oldest turns down to `low` tokens of input, and only when the cache has forgotten them anyway.
  case whenCold(low: Int)
  /// As a watermark, and has what is dropped summarised.
  case summaryOnOverflow(high: Int, low: Int, Summary = Summary())
  /// Keeps `turns` turns and has the summary of all others written anew as soon as one is dropped.
  case summaryEachTurn(keeping: Int, Summary = Summary())

  /// A summary and the request that writes it: what is dropped, the old summary and an instruction, to the same model
  /// and past its cache.
  public struct Summary: Sendable, Hashable {
    /// Tokens of the summary.
    public let tokens: Int
    /// Tokens of the instruction.
    public let instructionTokens: Int

    /// A summary of that size.
    public init(tokens: Int = 200, instructionTokens: Int = 60) {
      (self.tokens, self.instructionTokens) = (tokens, instructionTokens)
    }
  }
}

extension HistoryPolicy {
  /// The summary that the policy has written; `nil` where it drops without one.
  var summary: Summary? {
    switch self {
    case .summaryOnOverflow(_, _, let summary), .summaryEachTurn(_, let summary): summary
    case .full, .sliding, .watermark, .whenCold: nil
    }
  }

  /// - Throws: ``SimulationError`` for numbers out of range, and a low limit above the high one.
  func validate() throws(SimulationError) {
    let limit = SimulatedConversation.partLimit
    if let wrong = numbers.first(where: { !(0...limit ~= $0) }) { throw .tokens(wrong, limit: limit) }
    switch self {
    case .watermark(let high, let low, _) where low > high, .summaryOnOverflow(let high, let low, _) where low > high:
      throw .policyLimits("the lower limit of \(self), \(low), is above its upper one, \(high)")
    default: return
    }
  }

  private var numbers: [Int] {
    let own: [Int] =
      switch self {
      case .full: []
      case .sliding(let limit): [limit]
      case .watermark(let high, let low, _), .summaryOnOverflow(let high, let low, _): [high, low]
      case .whenCold(let low): [low]
      case .summaryEachTurn(let turns, _): [turns]
      }
    return own + (summary.map { [$0.tokens, $0.instructionTokens] } ?? [])
  }
}
