import TareJSON
import Testing

@testable import TareRemote

struct CountingRequestTests {
  private let secret = "sk-secret-0123456789"

  private func request(_ provider: CountingProvider, _ text: String, model: String = "m-1") throws -> ServiceRequest {
    ServiceRequest(
      provider, model: model, text: Array(text.utf8), key: try #require(APIKey(secret)),
      address: try ServiceAddress("https://example.org/base/"))
  }

  @Test(arguments: [
    (CountingProvider.anthropic, "https://example.org/base/v1/messages/count_tokens", "x-api-key"),
    (.google, "https://example.org/base/v1beta/models/m-1:countTokens", "x-goog-api-key"),
    (.openAI, "https://example.org/base/responses/input_tokens", "authorization"),
  ])
  func `each provider is asked at its own address, with the key in its own header`(
    provider: CountingProvider, url: String, header: String
  ) throws {
    let request = try request(provider, "Hello")
    #expect(request.url == url && !request.url.contains(secret))
    #expect(request.headers.filter { $0.value.contains(secret) }.map(\.name) == [header])
  }

  @Test(arguments: CountingProvider.allCases, ["", "Hello", "a\"\\\u{0}\n€\u{1F600}", "<|endoftext|>"])
  func `the text arrives as it is`(provider: CountingProvider, text: String) throws {
    let root = try JSONDocument(parsing: request(provider, text).body).root
    let found =
      switch provider {
      case .anthropic: root["messages"]?.elements.first?["content"]
      case .google: root["contents"]?.elements.first?["parts"]?.elements.first?["text"]
      case .openAI: root["input"]
      }
    #expect(found?.string == text)
  }

  @Test func `a model's name cannot leave its place in the path`() throws {
    #expect(try request(.google, "", model: "a/../b?c#d").url.hasSuffix("/models/a%2F..%2Fb%3Fc%23d:countTokens"))
  }

  @Test func `a key is never shown`() throws {
    let key = try #require(APIKey(secret))
    #expect(!"\(key) \(String(reflecting: key))".contains(secret))
    var dumped = ""
    dump(key, to: &dumped)
    #expect(!dumped.contains(secret))
    for broken in ["", "a b", "a\nb: c", "ä"] { #expect(APIKey(broken) == nil) }
  }

  @Test(arguments: [
    (CountingProvider.anthropic, #"{"input_tokens":14}"#), (.google, #"{"totalTokens":14,"promptTokensDetails":[]}"#),
    (.openAI, #"{"object":"response.input_tokens","input_tokens":14}"#),
  ])
  func `an answer has a count`(provider: CountingProvider, answer: String) throws {
    #expect(try provider.count(in: Array(answer.utf8)) == 14)
  }

  @Test(
    arguments: CountingProvider.allCases,
    ["", "{", "[]", "null", "{}", #"{"input_tokens":-1,"totalTokens":1.5}"#, "<html>"])
  func `an answer without one is an error`(provider: CountingProvider, answer: String) {
    let error = #expect(throws: RemoteError.self) { try provider.count(in: Array(answer.utf8)) }
    #expect(error?.code == .malformedAnswer)
  }

  @Test(arguments: [
    ("claude-opus-5", CountingProvider.anthropic), ("gemini-2.5-pro", .google), ("gpt-4o", .openAI),
    ("o3-mini", .openAI),
    ("ft:gpt-4o:acme", .openAI),
  ])
  func `a model has its provider`(model: String, provider: CountingProvider) {
    #expect(CountingProvider(ofModel: model) == provider)
    #expect(CountingProvider(ofModel: "llama-3-8b") == nil)
  }
}

struct ServiceAddressTests {
  @Test(arguments: CountingProvider.allCases)
  func `the providers' own addresses are addresses`(provider: CountingProvider) throws {
    #expect(try ServiceAddress(provider.defaultAddress).text == provider.defaultAddress)
  }

  @Test(arguments: ["http://127.0.0.1:80/x/", "http://localhost:9", "http://[::1]:8080", "https://a.b"])
  func `encryption may be left out on this machine only`(text: String) throws {
    #expect(try !ServiceAddress(text).text.hasSuffix("/"))
  }

  @Test(arguments: [
    "", "example.org", "http://example.org", "http://127.0.0.1.example.org", "http://localhost.example.org", "https://",
    "https://user:secret@example.org", "https://example.org/?a", "https://exa mple.org", "ftp://a",
    "http://127.0.0.1@evil",
  ])
  func `what is no safe address is refused`(text: String) {
    #expect(throws: RemoteError.self) { try ServiceAddress(text) }
    #expect(throws: RemoteError.self) { try ServiceAddress(text, plainWithin: .privateNetwork) }
  }

  @Test(arguments: [
    "http://10.0.0.1:8080", "http://172.16.4.1", "http://172.31.255.1", "http://192.168.1.1/x", "http://[fd00::1]:80",
    "http://tei:8080/rerank", "http://gpu-box", "http://models.internal", "http://box.local:9",
  ])
  func `encryption may be left out within a private network where that is said`(text: String) throws {
    _ = try ServiceAddress(text, plainWithin: .privateNetwork)
    #expect(throws: RemoteError.self) { try ServiceAddress(text) }
  }

  @Test(arguments: [
    "http://11.0.0.1", "http://172.15.0.1", "http://172.32.0.1", "http://192.169.0.1", "http://010.0.0.1",
    "http://10.1",
    "http://167772161", "http://0xA000001", "http://10.0.0.1.example.org", "http://[2001:db8::1]",
    "http://example.org.", "http://10.0.0.256", "http://internal.example.org",
  ])
  func `what only looks like a private network is none`(text: String) {
    #expect(throws: RemoteError.self) { try ServiceAddress(text, plainWithin: .privateNetwork) }
  }
}

struct RetryPolicyTests {
  private let policy = RetryPolicy(attempts: 3, firstWait: 500, longestWait: 4_000)

  @Test func `only what may pass is tried again, with waits that double and end`() {
    #expect(policy.decision(status: 500, retryAfter: nil, after: 1) == .wait(milliseconds: 500))
    #expect(policy.decision(status: 529, retryAfter: nil, after: 2) == .wait(milliseconds: 1_000))
    #expect(policy.decision(status: 503, retryAfter: nil, after: 3) == .fail(RemoteError(code: .status(503))))
    for status in [400, 404, 301, 302, 413] {
      #expect(policy.decision(status: status, retryAfter: "1", after: 1) == .fail(RemoteError(code: .status(status))))
    }
    for status in [401, 403] {
      #expect(policy.decision(status: status, retryAfter: nil, after: 1) == .fail(RemoteError(code: .refusedKey)))
    }
    #expect(
      RetryPolicy(attempts: 99, firstWait: 500, longestWait: 4_000).decision(status: 500, retryAfter: nil, after: 90)
        == .wait(milliseconds: 4_000))
  }

  @Test func `the wait a provider asks for is kept, or the attempt given up`() {
    #expect(policy.decision(status: 429, retryAfter: "2", after: 1) == .wait(milliseconds: 2_000))
    #expect(policy.decision(status: 429, retryAfter: "0", after: 1) == .wait(milliseconds: 0))
    #expect(
      policy.decision(status: 429, retryAfter: "3600", after: 1) == .fail(RemoteError(code: .mustWait(seconds: 3_600))))
    for unread in ["", "-1", "soon", "Fri, 20 Nov 2026 22:00:00 GMT"] {
      #expect(policy.decision(status: 429, retryAfter: unread, after: 1) == .wait(milliseconds: 500))
    }
    #expect(policy.decision(status: 429, retryAfter: "1", after: 3) == .fail(RemoteError(code: .status(429))))
  }
}
