public import ArgumentParser
public import Tare

extension AuditFormat: ExpressibleByArgument {
  /// The format that goes by `argument` on the command line.
  public init?(argument: String) { self.init(name: argument) }

  /// What the help lists.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
