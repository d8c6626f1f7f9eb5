import TareJSON
public import TareText

/// A request that cannot be read, and where.
public struct TrimRequestError: Error, Sendable, Hashable {
  /// The place in the request.
  public let location: SourceLocation
  /// What was found and what was expected.
  public let reason: String

  init(location: SourceLocation, reason: String) {
    self.location = location
    self.reason = reason
  }

  /// The mistake at the place of `value`.
  init(_ value: JSONValue, _ reason: String) {
    self.init(location: value.unexpectedShape(reason).location, reason: reason)
  }
}

extension TrimRequestError: CustomStringConvertible {
  /// One sentence with line and column.
  public var description: String { "line \(location.line), column \(location.column): \(reason)" }
}

/// The beginning of a name from the outside, in quotes, on one line.
func quotedStart(_ name: String) -> String {
  let start = String(String.UnicodeScalarView(name.unicodeScalars.prefix(40).filter { $0.value >= 0x20 }))
  return "\"\(start)\(start.unicodeScalars.count < name.unicodeScalars.count ? "…" : "")\""
}
