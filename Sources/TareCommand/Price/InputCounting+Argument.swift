public import ArgumentParser
public import Tare

extension Usage.InputCounting: ExpressibleByArgument {
  /// `includes-cached` or `excludes-cached`.
  public init?(argument: String) {
    switch argument {
    case "includes-cached": self = .includesCached
    case "excludes-cached": self = .excludesCached
    default: return nil
    }
  }
}
