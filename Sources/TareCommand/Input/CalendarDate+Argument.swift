public import ArgumentParser
public import Tare

extension CalendarDate: ExpressibleByArgument {
  /// The day that `2026-11-20` names.
  public init?(argument: String) { self.init(argument) }
}
