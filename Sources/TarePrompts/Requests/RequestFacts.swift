import TareJSON
import TareText

/// Reads what a request says beside its texts.
struct RequestFacts {
  private let request: JSONValue
  private let offset: Int

  /// The facts about `request`, which stands `offset` bytes into the file.
  init(_ request: JSONValue, movedBy offset: Int) {
    self.request = request
    self.offset = offset
  }

  /// The request with `texts`, which were found in it.
  func request(with texts: [PromptString]) -> PromptRequest {
    let marks = breakpoints
    return PromptRequest(
      shape: isAnthropic || !marks.isEmpty ? .anthropic : .other, model: request["model"]?.string,
      range: moved(request.range), tools: tools, breakpoints: marks,
      firstText: texts.first { $0.value.kind == .string }.map { moved($0.value.range) },
      parameters: ModelParameters.inRequest(request).map {
        ModelParameter(name: $0.name, value: $0.value, range: moved($0.range))
      })
  }

  private func moved(_ range: SourceRange) -> SourceRange { SourceRange(range.start + offset, range.end + offset) }

  /// Claude's names, and tools in Anthropic's shape.
  private var isAnthropic: Bool {
    let isClaude = request["model"]?.string?.lowercased().contains("claude") ?? false
    return request["messages"] != nil
      && (isClaude || request["anthropic_version"] != nil
        || request["tools"]?.elements.contains { $0["input_schema"] != nil } ?? false)
  }

  private var tools: [PromptRequest.Tool] {
    let listed = request["tools"]?.elements ?? []
    return listed.flatMap { tool -> [JSONValue] in
      let declared = (tool["functionDeclarations"] ?? tool["function_declarations"])?.elements ?? []
      return declared.isEmpty ? [tool["function"] ?? tool] : declared
    }.compactMap { tool in
      guard let name = tool["name"]?.string ?? tool["type"]?.string else { return nil }
      return PromptRequest.Tool(name: name, description: tool["description"]?.string, range: moved(tool.range))
    }
  }

  /// The members named `cache_control`: of the request, of its tools, of system blocks, and of parts of messages.
  private var breakpoints: [SourceRange] {
    let system = request["system"]?.elements ?? []
    let messages = request["messages"]?.elements ?? []
    let parts = messages.flatMap { $0["content"]?.elements ?? [] }
    let inner = parts.flatMap { $0["content"]?.elements ?? [] }
    return ([request] + (request["tools"]?.elements ?? []) + system + messages + parts + inner).compactMap { value in
      value.members.first { $0.name == "cache_control" && !$0.value.isNull }.map { moved($0.range) }
    }
  }
}
