import TareJSON

/// A tool that a request offers, in the words of the published formula: name, description, parameters.
///
/// ```
/// openai-chat        {"type":"function","function":{"name","description","parameters"}}
/// openai-responses   {"type":"function","name","description","parameters"}
/// anthropic          {"name","description","input_schema"}
/// gemini             {"name","description","parameters"}, out of its functionDeclarations
/// bedrock-converse   {"toolSpec":{"name","description","inputSchema":{"json"}}}
/// ```
struct ToolDefinition {
  /// What kind of tool it says to be.
  let type: String
  /// Whether it is a function, of which the formula speaks.
  let isFunction: Bool
  let name: JSONValue?
  let description: JSONValue?
  /// The schema of the arguments.
  let parameters: JSONValue?
  /// What else it says.
  let unread: [UnreadMember]

  init(_ value: JSONValue, of format: WireFormat) {
    let names = ToolMembers(format)
    let function = value[names.wrapper] ?? value
    type = value["type"]?.string ?? (function["name"] == nil ? value.members.first?.name ?? "" : "function")
    name = function["name"].flatMap { $0.kind == .string ? $0 : nil }
    // Anthropic calls tools of the app custom ones, and those it knows itself have no schema.
    isFunction =
      (type == "function" || (format == .anthropic && type == "custom"))
      && (names.wrapper.isEmpty || format != .bedrock || value[names.wrapper] != nil)
    description = function["description"]
    parameters = names.parameters.lazy.compactMap { function[$0] }.first.map { $0[names.schema] ?? $0 }
    let known = ToolMembers.function.union(names.parameters)
    unread =
      value[names.wrapper] == nil
      ? value.unreadMembers(at: "tools[].", besides: known.union(ToolMembers.tool).union([names.wrapper]))
      : value.unreadMembers(at: "tools[].", besides: ToolMembers.tool.union([names.wrapper]))
        + function.unreadMembers(at: "tools[].\(names.wrapper).", besides: known)
  }
}

/// What formats call the members of a tool.
private struct ToolMembers {
  /// The member that holds the others; empty where none does.
  var wrapper = ""
  /// The members that may hold the schema.
  var parameters = ["parameters"]
  /// The member of those that is the schema, where it is wrapped once more.
  var schema = ""

  init(_ format: WireFormat) {
    switch format {
    case .openAIChat, .langchain, .shareGPT: wrapper = "function"
    case .openAIResponses: break
    case .anthropic: parameters = ["input_schema"]
    case .gemini: parameters = ["parameters", "parametersJsonSchema", "parameters_json_schema"]
    case .bedrock: (wrapper, parameters, schema) = ("toolSpec", ["inputSchema"], "json")
    }
  }

  /// Members of a tool that are read, or are no text.
  static let tool: Set<String> = ["type", "cache_control"]
  /// Members of the function that are read, or are no text.
  static let function: Set<String> = ["name", "description", "strict"]
}
