import TareJSON

/// The strings of a request that a model reads: instructions, messages, answers of tools, and what describes the tools.
///
/// | provider | instructions | messages | tools |
/// | --- | --- | --- | --- |
/// | OpenAI chat | `messages` | `content`, `tool_calls[].function.arguments` | `tools[].function` |
/// | OpenAI responses | `instructions` | `input` | `tools` |
/// | Anthropic | `system` | `messages[].content` | `tools` |
/// | Gemini | `systemInstruction` | `contents[].parts` | `tools[].functionDeclarations` |
///
/// A batch wraps a request in `body` or `params`, and a list in `requests`.
struct RequestStrings {
  /// The strings, in the order in which they were looked for.
  private(set) var prompts: [PromptString] = []
  /// The requests, each with its strings.
  private(set) var requests: [(value: JSONValue, prompts: [PromptString])] = []

  init(_ root: JSONValue) {
    if root.kind == .array {
      addMessages(root)
      for element in root.elements where element["messages"] != nil || element["contents"] != nil {
        addRequest(element)
      }
    } else {
      let requests = root["requests"]?.elements ?? []
      for request in requests.isEmpty ? [root] : requests {
        addRequest(request["body"] ?? request["params"] ?? request["request"] ?? request)
      }
    }
  }

  private mutating func addRequest(_ request: JSONValue) {
    let first = prompts.count
    addStrings(of: request)
    if prompts.count > first { requests.append((request, Array(prompts[first...]))) }
  }

  private mutating func addStrings(of request: JSONValue) {
    let messages = request["messages"] ?? request["contents"]
    guard messages != nil || request["input"] != nil || request["prompt"] != nil else { return }
    for name in ["system", "instructions", "systemInstruction", "system_instruction"] {
      if let value = request[name] { addContent(value, .system) }
    }
    if let messages { addMessages(messages) }
    if let input = request["input"] { input.kind == .string ? addContent(input, .user) : addMessages(input) }
    if let prompt = request["prompt"], messages == nil { addContent(prompt, .user) }
    if let tools = request["tools"] { addDescriptions(in: tools) }
  }

  private mutating func addMessages(_ messages: JSONValue) {
    for message in messages.elements where message.kind == .object {
      let role = message["role"]?.string.flatMap(PromptRole.init(name:))
      guard message["role"] != nil || message["parts"] != nil || message["type"] != nil else { continue }
      for name in ["content", "parts", "output"] {
        if let content = message[name] { addContent(content, role) }
      }
      for call in message["tool_calls"]?.elements ?? [] {
        if let arguments = call["function"]?["arguments"] { addContent(arguments, .assistant) }
      }
    }
  }

  /// Adds a string, the text of a part, or those of all parts.
  private mutating func addContent(_ content: JSONValue, _ role: PromptRole?) {
    // Parts hold answers of tools, which hold parts; nothing a provider takes goes further.
    var pending: [(value: JSONValue, role: PromptRole?, depth: Int)] = [(content, role, 0)]
    while let (value, role, depth) = pending.popLast() {
      switch value.kind {
      case .string: prompts.append(PromptString(value: value, role: role))
      case .array where depth < 8: pending += value.elements.reversed().map { ($0, role, depth + 1) }
      case .object where depth < 8:
        let inner = value["type"]?.string == "tool_result" ? PromptRole.tool : role
        pending += ["parts", "content", "text"].compactMap { value[$0] }.map { ($0, inner, depth + 1) }
      default: break
      }
    }
  }

  /// Adds every member `description` of the tools and their schemas that is a string.
  private mutating func addDescriptions(in tools: JSONValue) {
    var pending = [tools]
    while let value = pending.popLast() {
      for member in value.members {
        if member.name == "description", member.value.kind == .string {
          prompts.append(PromptString(value: member.value, role: .tool))
        } else {
          pending.append(member.value)
        }
      }
      pending += value.elements
    }
  }
}
