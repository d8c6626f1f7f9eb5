import TareJSON

/// A JSON schema of draft 2020-12, as far as the schemas of this project go; a word it does not know is a mistake too,
/// so that nothing is left unchecked. A member that the schema does not describe is a mistake as well, though readers of
/// the schema have to bear it.
struct JSONSchema {
  private let root: JSONValue

  init(_ text: String) throws { root = try JSONDocument(parsing: Array(text.utf8)).root }

  /// What of `text` the schema does not allow, each with its place.
  func mistakes(in text: String) throws -> [String] {
    mistakes(in: try JSONDocument(parsing: Array(text.utf8)).root, root, at: "")
  }

  private func mistakes(in value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    schema.members.flatMap { keyword in
      mistakes(in: value, keyword.name, keyword.value, of: schema, at: place)
    }
  }

  private func mistakes(
    in value: JSONValue, _ keyword: String, _ rule: JSONValue, of schema: JSONValue, at place: String
  ) -> [String] {
    switch keyword {
    case "$schema", "$id", "$defs", "title", "description": return []
    case "$ref":
      let name = rule.string?.split(separator: "/").last.map(String.init) ?? ""
      guard let target = root["$defs"]?[name] else { return ["\(place): no definition is called \(name)"] }
      return mistakes(in: value, target, at: place)
    case "type":
      let names = rule.kind == .array ? rule.elements.compactMap(\.string) : [rule.string ?? ""]
      return names.contains { isOfType($0, value) } ? [] : ["\(place): is no \(names.joined(separator: " or "))"]
    case "const": return same(value, rule) ? [] : ["\(place): is not \(text(rule))"]
    case "enum": return rule.elements.contains { same(value, $0) } ? [] : ["\(place): is none of \(text(rule))"]
    case "pattern":
      guard let string = value.string, let pattern = try? Regex(rule.string ?? "") else { return [] }
      return string.contains(pattern) ? [] : ["\(place): \(string) does not match \(rule.string ?? "")"]
    case "minimum":
      guard let number = value.integer, let least = rule.integer else { return [] }
      return number >= least ? [] : ["\(place): \(number) is below \(least)"]
    case "required":
      guard value.kind == .object else { return [] }
      return rule.elements.compactMap(\.string).filter { value[$0] == nil }.map { "\(place): lacks \($0)" }
    case "properties":
      return value.members.flatMap { member in
        guard let known = rule[member.name] else { return ["\(place): \(member.name) is not in the schema"] }
        return mistakes(in: member.value, known, at: "\(place).\(member.name)")
      }
    case "items":
      return value.elements.enumerated().flatMap { mistakes(in: $1, rule, at: "\(place)[\($0)]") }
    case "anyOf":
      let all = rule.elements.map { mistakes(in: value, $0, at: place) }
      return all.contains { $0.isEmpty } ? [] : all.min { $0.count < $1.count } ?? []
    default: return ["\(keyword): this word of the schema is not understood"]
    }
  }

  private func isOfType(_ name: String, _ value: JSONValue) -> Bool {
    switch name {
    case "object": value.kind == .object
    case "array": value.kind == .array
    case "string": value.kind == .string
    case "integer": value.integer != nil
    case "number": value.kind == .number
    case "boolean": value.kind == .boolean
    case "null": value.kind == .null
    default: false
    }
  }

  private func same(_ left: JSONValue, _ right: JSONValue) -> Bool { left.rawBytes.elementsEqual(right.rawBytes) }

  private func text(_ value: JSONValue) -> String { String(decoding: value.rawBytes, as: UTF8.self) }
}
