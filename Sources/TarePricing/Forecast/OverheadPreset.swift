/// A rule of thumb that has a name, and is followed only by it.
public enum OverheadPreset: String, Sendable, Hashable, CaseIterable {
  /// A real bill is four times the naive estimate: three times as much comes on top of the first line.
  case naiveToReal = "naive-to-real"

  /// The rule as a line of a forecast.
  public var overhead: Overhead {
    switch self {
    case .naiveToReal: Overhead(name: "rule of thumb \(rawValue)", amount: .share(Fraction(3), of: .requests))
    }
  }
}
