public import ArgumentParser
public import Tare

extension HistoryPolicy: ExpressibleByArgument {
  /// A policy such as `sliding:4000`.
  public init?(argument: String) { self.init(argument) }
}
