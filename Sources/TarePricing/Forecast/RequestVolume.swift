/// How many requests a forecast is for.
public struct RequestVolume: Sendable, Hashable {
  /// What the number of requests is a number of.
  public enum Period: Sendable, Hashable {
    /// Each day, for so many days.
    case day
    /// All days together.
    case month
    /// Nobody said how many there will be: a thousand, and no sum for a month.
    case thousand
  }

  /// The requests of a period, or the tasks where each takes several requests.
  public let requests: Fraction
  /// What they are a number of.
  public let period: Period
  /// The days of a month.
  public let days: Fraction
  /// Whether somebody said how many days those are.
  public let areDaysStated: Bool

  /// The days of a month where nobody says how many.
  public static let usualDays = Fraction(30)

  /// A thousand requests.
  public static let thousand = RequestVolume(Fraction(1_000), in: .thousand)

  /// That many requests in each `period`.
  ///
  /// - Parameter days: The days of a month, 30 where it is `nil`.
  public init(_ requests: Fraction, in period: Period, days: Fraction? = nil) {
    (self.requests, self.period) = (requests, period)
    self.days = days ?? Self.usualDays
    areDaysStated = days != nil
  }

  /// All requests of the forecast.
  public var total: Fraction { period == .day ? requests * days : requests }

  /// The requests of one day; `nil` where there are no days.
  public var daily: Fraction? {
    switch period {
    case .day: requests
    case .month: requests.divided(by: days)
    case .thousand: nil
    }
  }
}
