import TareJSON
import TareTokens

extension MessageCounter {
  /// The tools of a request by the cookbook's formula: a line `name:description` for each tool, a line
  /// `name:type:description` for each property, and the constants around them.
  ///
  /// The formula ends at the first level; properties of properties are counted in the same way and as uncertain.
  func count(tools: [JSONValue]) -> MessageCount {
    guard !tools.isEmpty else { return MessageCount(tokens: 0) }
    var count = MessageCount(tokens: framing.toolsEnd)
    for tool in tools {
      let function = tool["function"] ?? tool["custom"] ?? tool
      count.tokens += framing.tool + tokens(line(function["name"], function["description"]))
      if let parameters = function["parameters"] { count += self.count(properties: parameters) }
    }
    // A formula for other models than OpenAI's is not published: theirs is taken, and may be off by all of it.
    return framing.isPublished ? count : MessageCount(uncertainTokens: count.tokens)
  }

  private func count(properties schema: JSONValue) -> MessageCount {
    guard let properties = schema["properties"]?.members, !properties.isEmpty else { return MessageCount(tokens: 0) }
    var count = MessageCount(tokens: framing.properties)
    for property in properties {
      count.tokens += framing.property
      count.tokens += tokens(line(property.key, property.value["type"], property.value["description"]))
      if let values = property.value["enum"]?.elements {
        count.tokens += framing.enumeration
        for value in values { count.tokens += framing.enumerationItem + tokens(value.utf8 ?? value.rawBytes) }
      }
      for inner in [property.value, property.value["items"]].compactMap({ $0 }) {
        count += MessageCount(uncertainTokens: self.count(properties: inner).tokens)
      }
    }
    return count
  }

  /// The values with colons between them, without the full stop at the end of the last.
  private func line(_ values: JSONValue?...) -> String {
    let line = values.map { $0.map { $0.string ?? String(decoding: $0.rawBytes, as: UTF8.self) } ?? "" }
    let joined = line.joined(separator: ":")
    return joined.hasSuffix(".") ? String(joined.dropLast()) : joined
  }
}
