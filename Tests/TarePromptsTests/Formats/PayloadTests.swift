import TarePrompts
import Testing

struct PayloadTests {
  @Test(arguments: [
    (
      #"{"model": "m", "messages": [{"role": "system", "content": "Be \"kind\"\n"}, {"role": "user", "content": [{"type": "text", "text": "Hi"}, {"type": "image_url", "image_url": {"url": "u"}}]}]}"#,
      [#"system: Be "kind"⏎"#, "user: Hi"]
    ),
    (
      #"{"system": [{"type": "text", "text": "S", "cache_control": {}}], "messages": [{"role": "user", "content": [{"type": "tool_result", "content": [{"type": "text", "text": "42"}]}]}]}"#,
      ["system: S", "tool: 42"]
    ),
    (
      #"{"systemInstruction": {"parts": [{"text": "S"}]}, "contents": [{"role": "model", "parts": [{"text": "A"}]}]}"#,
      ["system: S", "assistant: A"]
    ),
    (#"{"instructions": "S", "input": "Q", "model": "m"}"#, ["system: S", "user: Q"]),
    (
      #"{"messages": [], "tools": [{"type": "function", "function": {"name": "f", "description": "D", "parameters": {"properties": {"x": {"type": "string", "description": "X"}}}}}]}"#,
      ["tool: D", "tool: X"]
    ),
    (#"[{"role": "user", "content": "\ud83d\ude00 \u00e9"}]"#, ["user: 😀 é"]),
    (#"{"custom_id": "1", "body": {"messages": [{"role": "user", "content": "B"}]}}"#, ["user: B"]),
  ])
  func `the strings of a request are sent`(text: String, expected: [String]) throws {
    let document = try document(text, path: "a.json")
    #expect(document.messages == expected)
    document.checkTiling()
  }

  @Test func `each line of JSONL is a request, and places are those of the file`() throws {
    let line = #"{"messages": [{"role": "user", "content": "a\tb"}]}"#
    let document = try document("\u{FEFF}" + line + "\r\n\n" + line + "\n", path: "a.jsonl")
    #expect(document.messages == ["user: a\tb", "user: a\tb"])
    #expect(
      document.tiles.filter { !$0.hasPrefix("structure") } == [
        "text a", "escape \\t", "text b", "text a", "escape \\t", "text b",
      ])
    document.checkTiling()
  }

  @Test func `LangChain's template is in the language it names`() throws {
    let text = #"""
      {"lc": 1, "type": "constructor", "id": ["langchain", "prompts", "chat", "ChatPromptTemplate"], "kwargs": {
        "input_variables": ["a"], "messages": [
        {"lc": 1, "id": ["x", "SystemMessagePromptTemplate"], "kwargs": {"prompt": {"lc": 1, "kwargs": {"template": "Be {a}, not {{b}}."}}}},
        {"lc": 1, "id": ["x", "HumanMessagePromptTemplate"], "kwargs": {"prompt": {"lc": 1, "kwargs": {"template": "{{c}}", "template_format": "mustache"}}}}]}}
      """#
    let document = try document(text, path: "a.json")
    #expect(document.messages == ["system: Be {a}, not {b}.", "user: {{c}}"])
    #expect(document.variables.map(\.name) == ["a", "c"])
    #expect(document.declaredVariables?.map(\.name) == ["a"])
    document.checkTiling()
  }

  @Test func `JSON without a prompt is text`() throws {
    let document = try document(#"{"name": "x", "version": 1}"#, path: "package.json")
    #expect(document.embedded.isEmpty && document.messages.count == 1)
  }

  @Test func `what is no JSON is an error with its place`() throws {
    let error = try #require(throws: PromptError.self) { try document("{\"a\": 1}\n{\"b\"\n", path: "a.jsonl") }
    #expect(error.description.hasPrefix("a.jsonl:2:5: file is not JSON: "), "\(error)")
  }
}
