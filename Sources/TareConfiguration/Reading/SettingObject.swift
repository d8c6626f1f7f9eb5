import TareText
import TareYAML

/// A key that a mapping may have.
struct SettingKey: Sendable {
  /// The key with hyphens; low lines are read as well.
  let name: String
  /// One sentence that says what it is.
  let summary: String
  /// Whether its mapping is incomplete without it.
  let isRequired: Bool

  init(_ name: String, _ summary: String, isRequired: Bool = false) {
    (self.name, self.summary, self.isRequired) = (name, summary, isRequired)
  }
}

/// A mapping of settings all of whose keys are known.
struct SettingObject {
  let place: SettingPlace
  private let values: [String: SettingNode]

  /// The mapping `pairs` of tare.yaml.
  ///
  /// - Throws: ``ConfigurationError`` as ``init(_:keys:isRoot:at:)`` does.
  init(_ pairs: [(key: YAMLNode, value: YAMLNode)], _ object: ConfigurationObject, at node: SettingNode)
    throws(ConfigurationError)
  {
    let keys = object.keys.map { SettingKey($0.name, $0.summary, isRequired: $0.isRequired) }
    try self.init(pairs, keys: keys, isRoot: object == .settings, at: node)
  }

  /// - Throws: ``ConfigurationError`` for a key that is not known, with the one it may have been meant to be, for one
  ///   that stands twice in two spellings, and for one that is missing.
  init(_ pairs: [(key: YAMLNode, value: YAMLNode)], keys: [SettingKey], isRoot: Bool, at node: SettingNode)
    throws(ConfigurationError)
  {
    var values: [String: SettingNode] = [:]
    for pair in pairs {
      let written = try SettingNode(node: pair.key, file: node.file, key: node.key).text()
      let name = written.replacingLowLines()
      let place = node.file.place(of: pair.key)
      guard keys.contains(where: { $0.name == name }) else {
        throw ConfigurationError(place, Self.unknown(written, name, keys, isRoot ? "" : " in \(node.key)"))
      }
      let value = SettingNode(node: pair.value, file: node.file, key: written)
      if values.updateValue(value, forKey: name) != nil {
        throw ConfigurationError(place, "the key \"\(written)\" stands twice, in two spellings")
      }
    }
    place = node.place
    self.values = values
    for key in keys where key.isRequired && values[key.name] == nil {
      throw ConfigurationError(place, "\(key.name) is missing: \(key.summary)")
    }
  }

  private static func unknown(_ written: String, _ name: String, _ keys: [SettingKey], _ within: String) -> String {
    let names = keys.map(\.name)
    let nearest = nearestName(to: name, among: names).map { "did you mean \"\($0)\"?" }
    return "unknown key \"\(written)\"\(within); \(nearest ?? "there are \(names.joined(separator: ", "))")"
  }

  subscript(name: String) -> SettingNode? { values[name] }

  func text(_ name: String) throws(ConfigurationError) -> String? { try self[name]?.text() }
  func locatedText(_ name: String) throws(ConfigurationError) -> Located<String>? { try self[name]?.locatedText() }
  func texts(_ name: String) throws(ConfigurationError) -> [Located<String>]? { try self[name]?.texts() }
  func number(_ name: String) throws(ConfigurationError) -> Int? { try self[name]?.number() }
  func truth(_ name: String) throws(ConfigurationError) -> Bool? { try self[name]?.truth() }

  /// The objects of a list; none where the key is left out.
  func objects(_ name: String, _ object: ConfigurationObject) throws(ConfigurationError) -> [SettingObject] {
    try self[name]?.objects(object) ?? []
  }

  /// The pairs of a mapping; none where the key is left out.
  func pairs(_ name: String) throws(ConfigurationError) -> [(name: Located<String>, value: SettingNode)] {
    try self[name]?.namedPairs() ?? []
  }

  /// A value whose key has to be there, which was checked when the object was made.
  func required<Value>(_ value: Value?, _ name: String) throws(ConfigurationError) -> Value {
    guard let value else { throw ConfigurationError(place, "\(name) is missing") }
    return value
  }
}

extension String {
  fileprivate func replacingLowLines() -> String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
  }
}
