public import ArgumentParser
public import Tare

extension Growth: ExpressibleByArgument {
  /// The growth that `10%` or `200` names.
  public init?(argument: String) { self.init(argument) }
}
