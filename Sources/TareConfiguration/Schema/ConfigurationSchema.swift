import TareAudit
import TareJSON

/// The JSON schema of `tare.yaml`, made from the keys that the reader knows.
public struct ConfigurationSchema: Sendable {
  /// A schema.
  public init() {}

  /// The schema in draft 7, which editors read, as JSON with line ends.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { schema in
      schema.member("$schema", "http://json-schema.org/draft-07/schema#")
      schema.member("title", "tare.yaml")
      schema.member("description", "Settings of tare. Each key may be written with low lines for its hyphens.")
      write(.settings, to: &schema)
      schema.object("definitions") { definitions in
        for object in ConfigurationObject.allCases where object != .settings {
          definitions.object(object.rawValue) { write(object, to: &$0) }
        }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ object: ConfigurationObject, to schema: inout JSONWriter) {
    schema.member("type", "object")
    schema.member("additionalProperties", false)
    schema.object("properties") { properties in
      for key in object.keys {
        for name in spellings(of: key) { properties.object(name) { write(key, as: name, to: &$0) } }
      }
    }
    let required = object.keys.filter(\.isRequired)
    guard !required.isEmpty else { return }
    schema.array("required") { array in for key in required { array.value(key.name) } }
  }

  /// With hyphens, and with low lines where there are any.
  private func spellings(of key: ConfigurationKey) -> [String] {
    let parts = key.name.split(separator: "-")
    return parts.count > 1 ? [key.name, parts.joined(separator: "_")] : [key.name]
  }

  private func write(_ key: ConfigurationKey, as name: String, to schema: inout JSONWriter) {
    schema.member("description", key.summary)
    write(key.kind, to: &schema)
  }

  private func write(_ kind: ConfigurationKey.Kind, to schema: inout JSONWriter) {
    switch kind {
    case .text: schema.member("type", "string")
    case .texts: schema.writeOneOrMany { $0.member("type", "string") }
    case .number: schema.writeNumber()
    case .growth: schema.writeGrowth()
    case .truth: schema.member("type", "boolean")
    case .price: schema.writePrice()
    case .date: schema.writeDate()
    case .choice(let names): schema.writeNames(names)
    case .choices(let names): schema.writeOneOrMany { $0.writeNames(names) }
    case .object(let object): schema.member("$ref", "#/definitions/\(object.rawValue)")
    case .numberOrObject(let object):
      schema.array("anyOf") { array in
        array.object { $0.writeNumber() }
        array.object { $0.member("$ref", "#/definitions/\(object.rawValue)") }
      }
    case .objects(let object):
      schema.member("type", "array")
      schema.object("items") { $0.member("$ref", "#/definitions/\(object.rawValue)") }
    case .mapping(let value):
      schema.member("type", "object")
      schema.object("additionalProperties") { write(value, to: &$0) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func writeNumber() {
    member("type", "integer")
    member("minimum", 0)
  }

  fileprivate mutating func writeDate() {
    member("type", "string")
    member("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
  }

  fileprivate mutating func writeNames(_ names: [String]) {
    array("enum") { array in for name in names { array.value(name) } }
  }

  fileprivate mutating func writeGrowth() {
    array("anyOf") { array in
      array.object { $0.writeNumber() }
      array.object {
        $0.member("type", "string")
        $0.member("pattern", "^[0-9]+%?$")
      }
    }
  }

  fileprivate mutating func writePrice() {
    array("anyOf") { array in
      array.object {
        $0.member("type", "number")
        $0.member("minimum", 0)
      }
      array.object {
        $0.member("type", "string")
        $0.member("pattern", "^[0-9]+([.][0-9]+)?$")
      }
    }
  }

  fileprivate mutating func writeOneOrMany(_ one: (inout JSONWriter) -> Void) {
    array("anyOf") { array in
      array.object { one(&$0) }
      array.object {
        $0.member("type", "array")
        $0.object("items") { one(&$0) }
      }
    }
  }
}
