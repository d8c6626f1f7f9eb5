/// A key that is sent and never shown.
public struct APIKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  let value: String

  /// A key; `nil` for text that cannot stand in a header.
  public init?(_ value: String) {
    guard !value.isEmpty, value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    self.value = value
  }

  /// Never the key.
  public var description: String { "(a key)" }
  /// Never the key.
  public var debugDescription: String { description }
  /// Never the key.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension APIKey {
  /// The header in which most services take a key.
  var bearer: (name: String, value: String) { ("authorization", "Bearer \(value)") }
}
