import TareJSON
import TareTokens

extension MessageCounter {
  /// The tools of a request by the cookbook's formula: a line `name:description` for each tool, a line
  /// `name:type:description` for each property, and the constants around them.
  ///
  /// The formula speaks of functions and ends at the first level of their properties. Properties of properties are
  /// counted in the same way and as uncertain; tools of other types, and words of a schema that the formula does not
  /// name, as the JSON they are and as uncertain.
  func count(tools: [JSONValue], of format: WireFormat, noting gaps: inout FormulaGaps) -> MessageCount {
    guard !tools.isEmpty else { return MessageCount(tokens: 0) }
    var count = MessageCount(tokens: framing.toolsEnd)
    var inside = FormulaGaps()
    for tool in tools { count += self.count(tool: tool, of: format, noting: &inside) }
    guard framing.status == .unpublished else {
      gaps += inside
      return count
    }
    // A formula for other models than OpenAI's is not published: theirs is taken, and may be off by all of it.
    let whole = MessageCount(uncertainTokens: count.tokens)
    gaps.add("tools", whole, occurrences: tools.count)
    return whole
  }

  private func count(tool value: JSONValue, of format: WireFormat, noting gaps: inout FormulaGaps) -> MessageCount {
    let tool = ToolDefinition(value, of: format)
    guard tool.isFunction, let name = tool.name else {
      let count = MessageCount(uncertainTokens: tokens(value.rawBytes))
      gaps.add("tools of type \(ConversationError.quoted(tool.type))", count)
      return count
    }
    var count = MessageCount(tokens: framing.tool + tokens(line(name, tool.description)))
    if let parameters = tool.parameters {
      count += self.count(properties: parameters, noting: &gaps)
      count += self.count(wordsOf: parameters, besides: SchemaWords.object, noting: &gaps)
    }
    count += self.count(tool.unread, noting: &gaps)
    return count
  }

  private func count(properties schema: JSONValue, noting gaps: inout FormulaGaps) -> MessageCount {
    guard let properties = schema["properties"]?.members, !properties.isEmpty else { return MessageCount(tokens: 0) }
    var count = MessageCount(tokens: framing.properties)
    for property in properties {
      let value = property.value
      count.tokens += framing.property + tokens(line(property.key, value["type"], value["description"]))
      if let values = value["enum"]?.elements {
        count.tokens += framing.enumeration
        for value in values { count.tokens += framing.enumerationItem + tokens(value.utf8 ?? value.rawBytes) }
      }
      count += self.count(wordsOf: value, besides: SchemaWords.property, noting: &gaps)
      for inner in [value, value["items"]].compactMap({ $0 }) { count += self.count(nested: inner, noting: &gaps) }
      if let items = value["items"] { count += self.count(wordsOf: items, besides: SchemaWords.items, noting: &gaps) }
    }
    return count
  }

  /// The properties of a property, counted as if the formula went on.
  private func count(nested schema: JSONValue, noting gaps: inout FormulaGaps) -> MessageCount {
    // All of it is one gap; those inside it are no others.
    var inside = FormulaGaps()
    let count = MessageCount(uncertainTokens: self.count(properties: schema, noting: &inside).tokens)
    gaps.add("properties of properties", count)
    return count
  }

  /// What a schema says in words that the formula does not name.
  private func count(
    wordsOf schema: JSONValue, besides known: Set<String>, noting gaps: inout FormulaGaps
  ) -> MessageCount {
    let unread = schema.unreadMembers(besides: known).filter {
      // Whether there may be others is not shown to a model; what they are like may be.
      !($0.name == "additionalProperties" && $0.value.kind == .boolean)
    }
    return count(unread.map { UnreadMember(name: "\"\($0.name)\" in a schema", value: $0.value) }, noting: &gaps)
  }

  /// The values with colons between them, without the full stop at the end of the last.
  private func line(_ values: JSONValue?...) -> String {
    let line = values.map { $0.map { $0.string ?? String(decoding: $0.rawBytes, as: UTF8.self) } ?? "" }
    let joined = line.joined(separator: ":")
    return joined.hasSuffix(".") ? String(joined.dropLast()) : joined
  }
}

/// The members of tools and their schemas that the cookbook's formula counts, or that add nothing to what a model is
/// shown beyond it.
private enum SchemaWords {
  static let object: Set<String> = ["type", "properties", "required", "$schema"]
  static let property: Set<String> = ["type", "description", "enum", "properties", "required", "items"]
  static let items: Set<String> = ["type", "properties", "required"]
}
