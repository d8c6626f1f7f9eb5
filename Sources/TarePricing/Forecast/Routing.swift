/// A share of requests that another model answers.
public struct Route: Sendable, Hashable {
  /// What such a request costs.
  public enum Target: Sendable, Hashable {
    /// What the model charges for the same tokens.
    case model(Rate)
    /// So many times what the forecast's own model charges.
    case priceRatio(Fraction)
  }

  /// What answers.
  public let target: Target
  /// The share of all requests in a mix; of those that come this far in a cascade, the share that is answered.
  public let share: Fraction

  /// A route to `target`.
  public init(to target: Target, share: Fraction) { (self.target, self.share) = (target, share) }
}

/// Who answers requests besides the forecast's own model.
public enum Routing: Sendable, Hashable {
  /// Each route takes its share of all requests, the forecast's own model the rest.
  case mix([Route])
  /// Each route is asked in turn and answers its share of what comes to it; what is left goes on and is paid for again,
  /// at last with the forecast's own model.
  case cascade([Route])

  /// The routes, in order.
  public var routes: [Route] {
    switch self {
    case .mix(let routes), .cascade(let routes): routes
    }
  }

  /// How many times each target is asked for one request, and the forecast's own model at the end.
  public var visits: (routes: [Fraction], own: Fraction) {
    switch self {
    case .mix(let routes):
      return (routes.map(\.share), .one - Fraction.sum(of: routes.map(\.share)))
    case .cascade(let routes):
      var left = Fraction.one
      let visits = routes.map { route in
        defer { left = left * (.one - route.share) }
        return left
      }
      return (visits, left)
    }
  }

  /// How many times cheaper requests can become at most when a share of them goes elsewhere, were it for nothing;
  /// `nil` where all of them do.
  public static func mostTimesCheaper(share: Fraction) -> Fraction? { Fraction.one.divided(by: .one - share) }

  /// How many times cheaper requests become when a share of them costs `ratio` times as much; `nil` where they cost
  /// nothing then.
  public static func timesCheaper(share: Fraction, ratio: Fraction) -> Fraction? {
    Fraction.one.divided(by: .one - share + share * ratio)
  }
}
