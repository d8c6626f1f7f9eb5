public import ArgumentParser
public import Tare

extension GapPattern: ExpressibleByArgument {
  /// A preset, one pause or a histogram.
  public init?(argument: String) {
    guard let pattern = try? GapPattern(argument) else { return nil }
    self = pattern
  }
}
