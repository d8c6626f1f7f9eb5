/// Requests that are made again because the answer failed.
public struct Retries: Sendable, Hashable {
  /// The share of requests that is made again at all.
  public let share: Fraction
  /// How many further tries such a request takes on average.
  public let average: Fraction

  /// A share of requests that takes so many further tries on average.
  public init(share: Fraction, average: Fraction) { (self.share, self.average) = (share, average) }

  /// How many tries a request takes on average: 1 + share × average.
  public var multiplier: Fraction { .one + share * average }
}
