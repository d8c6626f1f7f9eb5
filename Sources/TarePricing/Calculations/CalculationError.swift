/// Why a calculation cannot be made.
public struct CalculationError: Error, Sendable, Hashable {
  /// What was found, what was expected, and what to do.
  public let reason: String

  init(_ reason: String) { self.reason = reason }
}

extension CalculationError: CustomStringConvertible {
  /// One sentence.
  public var description: String { reason }
}
