public import ArgumentParser
public import Tare

extension PriceTime: ExpressibleByArgument {
  /// The time that `2026-11-20` or `2026-11-20T14` names.
  public init?(argument: String) { self.init(argument) }
}
