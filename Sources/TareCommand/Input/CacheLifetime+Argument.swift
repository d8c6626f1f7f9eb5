public import ArgumentParser
public import Tare

extension CacheLifetime: ExpressibleByArgument {
  /// The lifetime that `5m` or `1h` names.
  public init?(argument: String) { self.init(argument) }
}
