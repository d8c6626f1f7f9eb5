public import ArgumentParser
public import Tare

extension ChunkPruning.Order: ExpressibleByArgument {}

extension Share: ExpressibleByArgument {
  /// A share as a decimal between 0 and 1 with at most three places: `0.6`, `.25`, `1`.
  public init?(argument: String) {
    let parts = argument.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }) else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.count <= 3, !(parts[0].isEmpty && fraction.isEmpty) else { return nil }
    let padded = fraction + String(repeating: "0", count: 3 - fraction.count)
    guard let whole = Int(parts[0].isEmpty ? "0" : parts[0]), let thousandths = Int(padded) else { return nil }
    guard whole == 0 || (whole == 1 && thousandths == 0) else { return nil }
    self.init(thousandths: whole * 1_000 + thousandths)
  }

  /// The share as it is written on the command line.
  public var defaultValueDescription: String {
    let digits = String(1_000 + thousandths % 1_000).dropFirst()
    var fraction = digits
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? "\(thousandths / 1_000)" : "\(thousandths / 1_000).\(fraction)"
  }
}
