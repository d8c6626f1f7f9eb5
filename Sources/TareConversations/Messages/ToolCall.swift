public import TareJSON

/// A tool the model asks for.
public struct ToolCall: Sendable {
  /// What the result refers to; `nil` in forms that pair by name or by order.
  public let id: String?
  /// The name of the tool.
  public let name: String
  /// The arguments: a string of JSON, JSON, or whatever a custom tool takes.
  public let input: JSONValue?
  /// Whether the provider runs the tool itself. Its result may then stand in the same message, and is missing where a
  /// long turn was paused.
  public let isProviderRun: Bool

  init(id: String?, name: String, input: JSONValue?, isProviderRun: Bool = false) {
    self.id = id
    self.name = name
    self.input = input
    self.isProviderRun = isProviderRun
  }
}

/// What a tool returned.
public struct ToolResult: Sendable {
  /// The call it answers; `nil` in forms that pair by name or by order.
  public let callID: String?
  /// The name of the tool, where the payload repeats it.
  public let name: String?
  /// What was returned: a string, parts or JSON; `nil` for nothing.
  public let content: JSONValue?
  /// Whether the provider ran the tool itself.
  public let isProviderRun: Bool
  /// Whether another content can stand in place of this one, as ``WireFormat/resultContent(_:)`` writes it. Not of what
  /// the provider returned itself, nor of forms that are no free text.
  public let isReplaceable: Bool

  init(
    callID: String?, name: String?, content: JSONValue?, isProviderRun: Bool = false, isReplaceable: Bool = true
  ) {
    self.callID = callID
    self.name = name
    self.content = content
    self.isProviderRun = isProviderRun
    self.isReplaceable = isReplaceable && !isProviderRun && content != nil
  }

  /// The one text that is all of the content: the string, or that of the only part or member.
  public var soleText: JSONValue? {
    var value = content
    while let inner = value {
      switch inner.kind {
      case .string: return inner
      case .array: value = inner.elements.count == 1 ? inner.elements.first : nil
      case .object:
        let strings = inner.members.filter { $0.name != "type" }
        value = strings.count == 1 ? strings.first?.value : nil
      case .number, .boolean, .null: return nil
      }
    }
    return nil
  }
}
