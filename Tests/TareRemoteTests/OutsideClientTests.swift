#if Remote
  import NIOCore
  import NIOPosix
  import TareRanking
  import TareTrim
  import Testing

  @testable import TareRemote

  /// Summariser and reranker against a server of this process that answers what the test says, byte for byte: whatever
  /// goes wrong is one error, within the time there is.
  struct OutsideClientTests {
    private static let secret = "sk-secret-0123456789"
    private static let good = ScriptedServer.Answer.json(
      #"{"choices":[{"message":{"content":"Sum."}}],"results":[{"index":1,"relevance_score":0.25},{"index":0,"score":2}]}"#
    )

    enum Service: CaseIterable { case summarizer, reranker }

    /// What a service gave, as text, and what it was sent.
    private func ask(
      _ service: Service, _ answers: [ScriptedServer.Answer], timeout: Duration = .seconds(20)
    ) async throws -> (Result<String, RemoteError>, [String]) {
      let server = try await ScriptedServer(answers)
      let outcome = try await ask(service, port: server.port, timeout: timeout)
      return (outcome, try await server.close())
    }

    private func ask(_ service: Service, port: Int, timeout: Duration) async throws -> Result<String, RemoteError> {
      let address = try ServiceAddress("http://127.0.0.1:\(port)")
      let (key, retries) = (APIKey(Self.secret), RetryPolicy(attempts: 3, firstWait: 1, longestWait: 2_000))
      let summary = try ChatRequestTests.summaryRequest()
      do throws(RemoteError) {
        switch service {
        case .summarizer:
          let client = SummarizerClient(address: address, model: "m", key: key, retries: retries, timeout: timeout)
          return .success(try await client.summary(of: summary))
        case .reranker:
          let client = RerankerClient(.vllm, address: address, model: "m", key: key, retries: retries, timeout: timeout)
          let chunks = [Chunk(id: "1", text: "A"), Chunk(id: "2", text: "B")]
          let judged = try await client.relevance(of: chunks, to: Query(text: "Q"))
          return .success(judged.map { "\($0.chunk):\($0.score)" }.joined(separator: " "))
        }
      } catch {
        #expect(!"\(error)".contains(Self.secret) && !"\(error)".contains("Ærø"))
        return .failure(error)
      }
    }

    private func failure(_ code: RemoteError.Code) -> Result<String, RemoteError> { .failure(RemoteError(code: code)) }
    private func success(_ service: Service) -> Result<String, RemoteError> {
      .success(service == .summarizer ? "Sum." : "0:2.0 1:0.25")
    }

    @Test(arguments: Service.allCases)
    func `what is asked is sent once, with the key in its header`(service: Service) async throws {
      let (outcome, requests) = try await ask(service, [Self.good])
      #expect(outcome == success(service) && requests.count == 1)
      let path = service == .summarizer ? "/v1/chat/completions" : "/v1/rerank"
      #expect(requests.first?.hasPrefix("POST \(path) HTTP/1.1\r\n") == true)
      #expect(requests.first?.contains("authorization: Bearer \(Self.secret)\r\n") == true)
    }

    @Test(arguments: Service.allCases)
    func `too many requests are waited for, and a server that fails once is asked again`(service: Service) async throws
    {
      let busy = ScriptedServer.Answer.status(429, "Too Many Requests", headers: "retry-after: 0\r\n")
      let (outcome, requests) = try await ask(service, [busy, .status(503, "Service Unavailable"), Self.good])
      #expect(outcome == success(service) && requests.count == 3)
      let (once, tries) = try await ask(service, [.status(500, "Internal Server Error"), Self.good])
      #expect(once == success(service) && tries.count == 2)
    }

    @Test(arguments: Service.allCases)
    func `a server that asks for patience beyond reason, refuses or keeps failing is given up`(
      service: Service
    ) async throws {
      let late = ScriptedServer.Answer.status(429, "Too Many Requests", headers: "retry-after: 3600\r\n")
      #expect(try await ask(service, [late, Self.good]).0 == failure(.mustWait(seconds: 3_600)))
      let refusal = ScriptedServer.Answer.status(401, "Unauthorized", body: Self.secret)
      let (refused, requests) = try await ask(service, [refusal, Self.good])
      #expect(refused == failure(.refusedKey) && requests.count == 1)
      let broken = Array(repeating: ScriptedServer.Answer.status(500, "Internal Server Error"), count: 5)
      #expect(try await ask(service, broken).0 == failure(.status(500)))
      let bad = ScriptedServer.Answer.status(400, "Bad Request")
      #expect(try await ask(service, [bad, bad]).0 == failure(.status(400)))
    }

    @Test func `a model that refuses a limit is asked without one, once`() async throws {
      let bad = ScriptedServer.Answer.status(400, "Bad Request")
      let (outcome, requests) = try await ask(.summarizer, [bad, Self.good])
      #expect(outcome == success(.summarizer) && requests.count == 2)
      #expect(requests.map { $0.contains("max_tokens") } == [true, false])
      #expect(requests.map { $0.contains("temperature") } == [true, false])
    }

    @Test func `more documents than a service takes at once are judged in several requests`() async throws {
      let scores = { (count: Int, base: Int) in
        ScriptedServer.Answer.json(
          "[" + (0..<count).map { "{\"index\":\($0),\"score\":\(base + $0)}" }.joined(separator: ",") + "]")
      }
      let server = try await ScriptedServer([scores(32, 100), scores(3, 500)])
      let client = RerankerClient(
        .tei, address: try ServiceAddress("http://127.0.0.1:\(server.port)"), model: nil, key: nil)
      let chunks = (0..<35).map { Chunk(id: "\($0)", text: "Text \($0).") }
      let judged = try await client.relevance(of: chunks, to: Query(text: "Q"))
      #expect(judged.map(\.chunk) == Array(0..<35))
      #expect(judged.map(\.score) == ((0..<32).map { Double(100 + $0) } + [500, 501, 502]))
      let requests = try await server.close()
      #expect(requests.count == 2 && requests[1].contains("Text 34.") && !requests[1].contains("Text 31."))
    }

    @Test(arguments: Service.allCases)
    func `a redirection is not followed with the key`(service: Service) async throws {
      let redirect = ScriptedServer.Answer.status(
        307, "Temporary Redirect", headers: "location: http://127.0.0.1:1/\r\n")
      #expect(try await ask(service, [redirect]).0 == failure(.status(307)))
    }

    @Test(arguments: Service.allCases)
    func `a body that ends early, is no JSON or is no HTTP is no answer`(service: Service) async throws {
      let cut = ScriptedServer.Answer.raw("HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{\"choices\":[")
      for answer in [cut, .raw("SSH-2.0-OpenSSH\r\n\r\n")] {
        #expect(try await ask(service, [answer]).0 == failure(.malformedAnswer))
      }
      for body in ["<html>", #"{"error":{"message":"no such model"}}"#, "{}", "[1]", ""] {
        let outcome = try await ask(service, [.json(body)]).0
        guard case .failure(let error) = outcome else { throw RemoteError(code: .malformedAnswer) }
        #expect(!error.description.contains("no such model"))
      }
    }

    @Test(arguments: Service.allCases) func `a huge body is not read to its end`(service: Service) async throws {
      let body = String(repeating: " ", count: RerankerClient.answerLimit + 10)
      #expect(try await ask(service, [.json(body)]).0 == failure(.tooLarge))
    }

    @Test(arguments: Service.allCases)
    func `silence, half an answer and drops of one are left when the time is up`(service: Service) async throws {
      let half = ScriptedServer.Answer.stalled("HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{\"choices\":[")
      let drops = ScriptedServer.Answer.dripping("HTTP/1.1 200 OK\r\n" + String(repeating: "x-drop: 1\r\n", count: 400))
      for answer in [.silence, half, drops] {
        #expect(try await ask(service, [answer], timeout: .milliseconds(300)).0 == failure(.timedOut))
      }
      // Failing quickly, again and again, takes no longer.
      let busy = ScriptedServer.Answer.status(429, "Too Many Requests", headers: "retry-after: 1\r\n")
      #expect(try await ask(service, [busy, busy], timeout: .milliseconds(300)).0 == failure(.timedOut))
    }

    @Test(arguments: Service.allCases) func `where nobody listens there is no connection`(service: Service) async throws
    {
      let server = try await ScriptedServer([])
      let port = server.port
      _ = try await server.close()
      #expect(try await ask(service, port: port, timeout: .seconds(20)) == failure(.unreachable))
    }

    @Test(arguments: [
      (#"{"results":[{"index":0,"relevance_score":1}]}"#, "the reranker judged 1 of 2 documents"),
      (
        #"[{"index":0,"score":1},{"index":2,"score":1}]"#,
        "result 1 of the reranker is about document 2, but 2 were sent"
      ),
      (#"[{"index":0,"score":1},{"index":0,"score":1}]"#, "the reranker judged document 0 twice"),
      (
        #"[{"index":0,"score":1},{"index":-1,"score":1}]"#,
        "result 1 of the reranker is about document -1, but 2 were sent"
      ),
    ])
    func `judgements of other documents, or of too few, are none`(body: String, reason: String) async throws {
      #expect(try await ask(.reranker, [.json(body)]).0 == failure(.wrongAnswer(reason)))
    }
  }
#endif
