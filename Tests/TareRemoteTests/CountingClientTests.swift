#if Remote
  import NIOCore
  import NIOPosix
  import Testing

  @testable import TareRemote

  /// The client against a server of this process that answers what the test says, byte for byte.
  struct CountingClientTests {
    private static let secret = "sk-secret-0123456789"
    private static let text = Array("Der geheime Text".utf8)

    private func count(
      _ answers: [ScriptedServer.Answer], timeout: Duration = .seconds(20), provider: CountingProvider = .anthropic
    ) async throws -> (Result<Int, RemoteError>, [String]) {
      let server = try await ScriptedServer(answers)
      let client = CountingClient(
        provider, address: try ServiceAddress("http://127.0.0.1:\(server.port)"),
        key: try #require(APIKey(Self.secret)), retries: RetryPolicy(attempts: 3, firstWait: 1, longestWait: 2_000),
        timeout: timeout)
      let outcome: Result<Int, RemoteError>
      do throws(RemoteError) {
        outcome = .success(try await client.count(Self.text, model: "m"))
      } catch {
        #expect(!"\(error)".contains(Self.secret) && !"\(error)".contains("geheim"))
        outcome = .failure(error)
      }
      return (outcome, try await server.close())
    }

    private func failure(_ code: RemoteError.Code) -> Result<Int, RemoteError> { .failure(RemoteError(code: code)) }

    @Test func `a count is what the provider says, and key and text are sent once, to it`() async throws {
      let (outcome, requests) = try await count([.json(#"{"input_tokens":14}"#)])
      #expect(outcome == .success(14))
      #expect(requests.count == 1)
      let request = try #require(requests.first)
      #expect(request.hasPrefix("POST /v1/messages/count_tokens HTTP/1.1\r\n"))
      #expect(request.contains("x-api-key: \(Self.secret)\r\n") && request.hasSuffix("Der geheime Text\"}]}"))
    }

    @Test func `a key that is refused is not tried again`() async throws {
      let (outcome, requests) = try await count([
        .status(401, "Unauthorized", body: "the key sk-secret-0123456789 is wrong")
      ])
      #expect(outcome == failure(.refusedKey) && requests.count == 1)
    }

    @Test func `too many requests are waited for`() async throws {
      let (outcome, requests) = try await count([
        .status(429, "Too Many Requests", headers: "retry-after: 0\r\n"), .json(#"{"input_tokens":3}"#),
      ])
      #expect(outcome == .success(3) && requests.count == 2)
    }

    @Test func `a server that keeps failing is given up`() async throws {
      let (outcome, requests) = try await count(Array(repeating: .status(500, "Internal Server Error"), count: 5))
      #expect(outcome == failure(.status(500)) && requests.count == 3)
    }

    @Test func `a redirection is not followed with the key`() async throws {
      let (outcome, requests) = try await count([.status(302, "Found", headers: "location: http://127.0.0.1:1/\r\n")])
      #expect(outcome == failure(.status(302)) && requests.count == 1)
    }

    @Test func `a body that ends early, or is no JSON, is no count`() async throws {
      let (cut, _) = try await count([.raw("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"input_tokens\":14}")])
      #expect(cut == failure(.malformedAnswer))
      let (broken, _) = try await count([.json("<html>")])
      #expect(broken == failure(.malformedAnswer))
      let (noise, _) = try await count([.raw("SSH-2.0-OpenSSH\r\n\r\n")])
      #expect(noise == failure(.malformedAnswer))
    }

    @Test func `a huge body is not read`() async throws {
      let body = String(repeating: " ", count: 3_000_000) + #"{"input_tokens":14}"#
      let (outcome, _) = try await count([.json(body)])
      #expect(outcome == failure(.tooLarge))
    }

    @Test func `a server that says nothing, or says it slowly, is left when the time is up`() async throws {
      let (silent, _) = try await count([.silence], timeout: .milliseconds(300))
      #expect(silent == failure(.timedOut))
      let (slow, _) = try await count(
        [.stalled("HTTP/1.1 200 OK\r\ncontent-length: 19\r\n\r\n{\"inp")], timeout: .milliseconds(300))
      #expect(slow == failure(.timedOut))
    }

    @Test func `where nobody listens there is no connection`() async throws {
      let server = try await ScriptedServer([])
      let port = server.port
      _ = try await server.close()
      let client = CountingClient(
        .openAI, address: try ServiceAddress("http://127.0.0.1:\(port)"), key: try #require(APIKey("k")),
        retries: RetryPolicy(attempts: 2, firstWait: 1))
      await #expect(throws: RemoteError(code: .unreachable)) { try await client.count([0x61], model: "m") }
    }
  }
#endif
