public import TareText

/// The YAML that opens a file: facts about the prompt, not text that is sent as it stands.
public struct FrontMatter: Sendable, Hashable {
  /// One key of the mapping and its value, when the value is a scalar.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The decoded value; `nil` for a sequence or a mapping.
    public let value: String?
    /// The scalars of a sequence; none for anything else.
    public let items: [String]
    /// From the key to the end of the value.
    public let range: SourceRange
  }

  /// From the opening delimiter up to the first line of the body.
  public let range: SourceRange
  /// The entries in the order of the file.
  public let entries: [Entry]

  /// The value of `key`, or `nil` where it is missing or no scalar.
  public subscript(key: String) -> String? { entry(key)?.value }

  /// The entry of `key`.
  public func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }

  /// What the prompt is called.
  public var name: String? { self["name"] }
  /// What the prompt is for; agents send it with every request to choose by.
  public var description: String? { self["description"] }
}
