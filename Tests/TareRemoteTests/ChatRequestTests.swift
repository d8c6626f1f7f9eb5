import TareConversations
import TareJSON
import TareTrim
import Testing

@testable import TareRemote

struct ChatRequestTests {
  static func summaryRequest(earlier: String? = nil) throws -> SummaryRequest {
    let payload = #"""
      [{"role":"user","content":"Where is \"Ærø\"?"},
       {"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"find","arguments":"{\"q\":1}"}}]},
       {"role":"tool","tool_call_id":"c","content":"At berth 12."}]
      """#
    return SummaryRequest(
      handle: ContentHandle(of: [1, 2]), earlier: earlier,
      messages: try Conversation(parsing: Array(payload.utf8)).messages, tokens: 70)
  }

  private func body(_ request: ServiceRequest) throws -> JSONValue { try JSONDocument(parsing: request.body).root }

  @Test(arguments: [
    ("https://example.org", "https://example.org/v1/chat/completions"),
    ("https://example.org/", "https://example.org/v1/chat/completions"),
    ("http://localhost:8000/v1", "http://localhost:8000/v1/chat/completions"),
    ("https://example.org/openai/v1/", "https://example.org/openai/v1/chat/completions"),
    ("https://example.org/x/chat/completions", "https://example.org/x/chat/completions"),
  ])
  func `the endpoint may be named in whole or in part`(address: String, url: String) throws {
    let request = ServiceRequest(
      try Self.summaryRequest(), model: "m", key: nil, address: try ServiceAddress(address))
    #expect(request.url == url)
    #expect(request.headers.map(\.name) == ["content-type"])
  }

  @Test func `the request has the model, the limit, no randomness, and everything that was said`() throws {
    let key = try #require(APIKey("sk-1"))
    let request = ServiceRequest(
      try Self.summaryRequest(earlier: "A ship was lost."), model: "m-1", key: key,
      address: try ServiceAddress("https://example.org"))
    #expect(request.headers.last?.name == "authorization" && request.headers.last?.value == "Bearer sk-1")
    let body = try body(request)
    #expect(body["model"]?.string == "m-1" && body["max_tokens"]?.integer == 70 && body["temperature"]?.integer == 0)
    let messages = body["messages"]?.elements ?? []
    #expect(messages.map { $0["role"]?.string } == ["system", "user"])
    let material = messages.last?["content"]?.string ?? ""
    let parts = [
      "A ship was lost.", #"[0] user: Where is "Ærø"?"#, #"(calls find: {"q":1})"#, "[2] tool: At berth 12.",
    ]
    for part in parts { #expect(material.contains(part)) }
    #expect(messages.first?["content"]?.string?.contains("70 tokens") == true)
  }

  @Test(arguments: [
    (#"{"choices":[{"message":{"role":"assistant","content":"Yes."}}]}"#, "Yes."),
    (#"{"choices":[{"message":{"content":[{"type":"text","text":"Ye"},{"type":"text","text":"s."}]}},{}]}"#, "Yes."),
    (#"{"choices":[{"message":{"content":""},"finish_reason":"length"}]}"#, ""),
  ])
  func `an answer has a text`(answer: String, text: String) throws {
    #expect(try ChatAnswer.text(Array(answer.utf8)) == text)
  }

  @Test(arguments: [
    "", "<html>", "{}", "[]", #"{"choices":[]}"#, #"{"choices":[{"message":{"content":null}}]}"#,
    #"{"choices":[{"message":{"content":[{"type":"refusal","refusal":"No."}]}}]}"#, #"{"error":{"message":"secret"}}"#,
    #"{"choices":[{"message":{"content":"Ye"#,
  ])
  func `an answer without one is an error that quotes nothing`(answer: String) {
    let error = #expect(throws: RemoteError.self) { try ChatAnswer.text(Array(answer.utf8)) }
    #expect(error?.description.contains("secret") == false)
  }
}
