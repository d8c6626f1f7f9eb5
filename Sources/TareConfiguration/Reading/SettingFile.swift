import TareText
import TareYAML

/// The bytes that settings are read from, and what they go by in messages.
struct SettingFile {
  let name: String
  /// The folder that patterns begin in.
  let folder: LexicalPath
  private let yaml: SourceText

  /// Far more than anybody writes by hand.
  static let mostBytes = 1 << 20
  /// How many values there may be, with every alias written out: a few lines of aliases can stand for billions.
  static let mostValues = 100_000

  init(_ bytes: [UInt8], name: String, folder: LexicalPath) throws(ConfigurationError) {
    guard bytes.count <= Self.mostBytes else {
      throw ConfigurationError(
        SettingPlace(name), "has \(bytes.count.grouped) bytes, and settings have at most \(Self.mostBytes.grouped)")
    }
    do { yaml = try SourceText(bytes) } catch { throw ConfigurationError(SettingPlace(name), error.description) }
    self.name = name
    self.folder = folder
  }

  func place(of node: YAMLNode) -> SettingPlace {
    SettingPlace(name, yaml.location(of: node.range.lowerBound + yaml.byteOrderMarkLength))
  }

  /// The settings as one value; `nil` for a file in which nothing is set.
  func root() throws(ConfigurationError) -> SettingNode? {
    guard let root = try parsed() else { return nil }
    if root.scalar == "", root.style == .plain { return nil }
    try checkSize(root)
    return SettingNode(node: root, file: self, key: name)
  }

  private func parsed() throws(ConfigurationError) -> YAMLNode? {
    let bytes = Array(yaml.utf8[yaml.byteOrderMarkLength...])
    do {
      return try YAMLNode.parse(bytes)
    } catch {
      let location = error.line.map { SourceLocation(line: $0 + 1, column: 1) }
      throw ConfigurationError(SettingPlace(name, location), error.reason)
    }
  }

  private func checkSize(_ root: YAMLNode) throws(ConfigurationError) {
    var count = 0
    var open = [root]
    while let node = open.popLast() {
      count += 1
      guard count + open.count <= Self.mostValues else {
        throw ConfigurationError(
          SettingPlace(name), "has more than \(Self.mostValues.grouped) values, with its aliases written out")
      }
      open += node.items + node.pairs.flatMap { [$0.key, $0.value] }
    }
  }
}
