public import ArgumentParser
public import Tare

extension ChunkPruning.Order: ExpressibleByArgument {}

extension Share: ExpressibleByArgument {
  /// A share as a decimal between 0 and 1: `0.6`, `.25`, `1`.
  public init?(argument: String) { self.init(decimal: argument) }

  /// The share as it is written on the command line.
  public var defaultValueDescription: String {
    let digits = String(1_000 + thousandths % 1_000).dropFirst()
    var fraction = digits
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? "\(thousandths / 1_000)" : "\(thousandths / 1_000).\(fraction)"
  }
}
