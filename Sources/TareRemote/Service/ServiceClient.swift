#if Remote
  internal import AsyncHTTPClient
  internal import NIOCore
  internal import NIOHTTP1

  /// Sends JSON to a service and gives what it answers, sent again where that may help.
  ///
  /// What is sent goes over TLS unless the address is this machine's own; see ``ServiceAddress``. Redirections are not
  /// followed, lest a key go to somebody else. Nothing is logged.
  struct ServiceClient: Sendable {
    let retries: RetryPolicy
    /// How long one attempt may take, from connecting to the last byte of its answer.
    let timeout: Duration
    /// The most bytes of an answer that are read.
    let answerLimit: Int

    /// The body of an answer that is a success.
    func answer(to request: ServiceRequest) async throws(RemoteError) -> [UInt8] {
      var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
      configuration.timeout.connect = .seconds(10)
      // Whether to try again is decided here and nowhere else: a port that refuses is known at once.
      configuration.connectionPool.retryConnectionEstablishment = false
      let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
      let outcome: Result<[UInt8], RemoteError>
      do throws(RemoteError) {
        outcome = .success(try await answer(to: request, client))
      } catch {
        outcome = .failure(error)
      }
      // What cannot be closed is closed with the process; the answer stands.
      try? await client.shutdown()
      return try outcome.get()
    }

    private func answer(to request: ServiceRequest, _ client: HTTPClient) async throws(RemoteError) -> [UInt8] {
      var attempt = 1
      while true {
        let decision: RetryPolicy.Decision
        do throws(RemoteError) {
          let answer = try await self.attempt(request, client)
          if (200...299).contains(answer.status) { return answer.body }
          decision = retries.decision(status: answer.status, retryAfter: answer.retryAfter, after: attempt)
        } catch {
          guard error.code == .unreachable, !Task.isCancelled else { throw error }
          decision = retries.wait(after: attempt, else: error)
        }
        switch decision {
        case .fail(let error): throw error
        case .wait(let milliseconds):
          // A cancelled wait ends early, and the attempt behind it fails at once.
          try? await Task.sleep(for: .milliseconds(milliseconds))
        }
        attempt += 1
      }
    }

    private struct Answer: Sendable {
      let status: Int
      let retryAfter: String?
      let body: [UInt8]
    }

    /// One attempt, which ends when its time is up whatever the server does.
    private func attempt(_ request: ServiceRequest, _ client: HTTPClient) async throws(RemoteError) -> Answer {
      let answer = await within(timeout) { await exchange(request, client) }
      guard let answer else { throw RemoteError(code: .timedOut) }
      return try answer.get()
    }

    private func exchange(_ request: ServiceRequest, _ client: HTTPClient) async -> Result<Answer, RemoteError> {
      var message = HTTPClientRequest(url: request.url)
      message.method = .POST
      for (name, value) in request.headers { message.headers.add(name: name, value: value) }
      message.body = .bytes(request.body)
      do {
        let response = try await client.execute(message, deadline: .distantFuture)
        let status = Int(response.status.code)
        let retryAfter = response.headers.first(name: "retry-after")
        // The body of a refusal may quote what was sent; it is not read.
        guard (200...299).contains(status) else {
          return .success(Answer(status: status, retryAfter: retryAfter, body: []))
        }
        let body = try await response.body.collect(upTo: answerLimit)
        return .success(Answer(status: status, retryAfter: retryAfter, body: Array(body.readableBytesView)))
      } catch {
        return .failure(RemoteError(code: Self.code(of: error)))
      }
    }

    private static func code(of error: any Error) -> RemoteError.Code {
      switch error {
      case is NIOTooManyBytesError: .tooLarge
      case is HTTPParserError: .malformedAnswer
      case let error as HTTPClientError: code(of: error)
      default: .unreachable
      }
    }

    private static func code(of error: HTTPClientError) -> RemoteError.Code {
      switch error {
      case .remoteConnectionClosed: .malformedAnswer
      case .readTimeout, .writeTimeout, .deadlineExceeded: .timedOut
      default: .unreachable
      }
    }
  }
#endif
