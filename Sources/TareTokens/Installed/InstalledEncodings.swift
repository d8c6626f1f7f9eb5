/// The encodings that a user has installed, in the order of their names.
public struct InstalledEncodings: Sendable, Hashable {
  /// The encodings, sorted by name.
  public let encodings: [Encoding]

  /// None, or those given.
  public init(_ encodings: [Encoding] = []) {
    self.encodings = encodings.sorted { $0.name < $1.name }
  }

  /// The encoding of that name.
  public func named(_ name: String) -> Encoding? { encodings.first { $0.name == name } }

  /// The encodings that were installed as that of a family of models, such as `llama-3`, by name.
  public func family(_ family: String) -> [Encoding] { encodings.filter { $0.family == family } }
}
