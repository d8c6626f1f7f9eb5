/// Why a scenario cannot be forecast.
public struct ForecastError: Error, Sendable, Hashable {
  /// The scenario; `nil` where it has no name.
  public let scenario: String?
  /// What about it is wrong, and what is expected.
  public let reason: String

  /// An error in a scenario.
  public init(_ scenario: String?, _ reason: String) { (self.scenario, self.reason) = (scenario, reason) }
}

extension ForecastError: CustomStringConvertible {
  /// One sentence with the scenario in front.
  public var description: String { scenario.map { "scenario \"\($0)\": \(reason)" } ?? reason }
}
