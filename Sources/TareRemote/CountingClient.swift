#if Remote
  internal import AsyncHTTPClient
  internal import NIOCore
  internal import NIOHTTP1

  /// Asks a provider how many tokens a text has.
  ///
  /// The text and the key leave this machine, over TLS unless the address is this machine's own. Redirections are not
  /// followed, lest the key go to somebody else. Nothing is logged.
  public struct CountingClient: Sendable {
    /// Whom to ask.
    public let provider: CountingProvider
    /// Where.
    public let address: ServiceAddress
    private let key: APIKey
    private let retries: RetryPolicy
    private let timeout: Duration

    /// The most bytes of an answer that are read; a count has a hundred or so.
    static let answerLimit = 65_536

    /// A client.
    ///
    /// - Parameter timeout: How long one attempt may take, from connecting to the last byte of its answer.
    public init(
      _ provider: CountingProvider, address: ServiceAddress, key: APIKey, retries: RetryPolicy = RetryPolicy(),
      timeout: Duration = .seconds(30)
    ) {
      self.provider = provider
      self.address = address
      self.key = key
      self.retries = retries
      self.timeout = timeout
    }

    /// The tokens of one user message with `text` in it, as the provider counts them.
    public func count(_ text: [UInt8], model: String) async throws(RemoteError) -> Int {
      let request = CountingRequest(provider, model: model, text: text, key: key, address: address)
      var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
      configuration.timeout.connect = .seconds(10)
      let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
      let outcome: Result<Int, RemoteError>
      do throws(RemoteError) {
        outcome = .success(try await count(request, client))
      } catch {
        outcome = .failure(error)
      }
      // What cannot be closed is closed with the process; the count stands.
      try? await client.shutdown()
      return try outcome.get()
    }

    private func count(_ request: CountingRequest, _ client: HTTPClient) async throws(RemoteError) -> Int {
      var attempt = 1
      while true {
        let decision: RetryPolicy.Decision
        do throws(RemoteError) {
          let answer = try await self.answer(to: request, client)
          if (200...299).contains(answer.status) { return try provider.count(in: answer.body) }
          decision = retries.decision(status: answer.status, retryAfter: answer.retryAfter, after: attempt)
        } catch {
          guard error.code == .unreachable else { throw error }
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
    private func answer(to request: CountingRequest, _ client: HTTPClient) async throws(RemoteError) -> Answer {
      do {
        return try await withThrowingTaskGroup(of: Answer?.self) { group in
          group.addTask { try await Self.exchange(request, client) }
          group.addTask {
            try await Task.sleep(for: timeout)
            return nil
          }
          defer { group.cancelAll() }
          guard let first = try await group.next(), let answer = first else { throw RemoteError(code: .timedOut) }
          return answer
        }
      } catch let error as RemoteError {
        throw error
      } catch is NIOTooManyBytesError {
        throw RemoteError(code: .tooLarge)
      } catch let error as HTTPClientError {
        throw RemoteError(code: Self.code(of: error))
      } catch is HTTPParserError {
        throw RemoteError(code: .malformedAnswer)
      } catch {
        throw RemoteError(code: .unreachable)
      }
    }

    private static func exchange(_ request: CountingRequest, _ client: HTTPClient) async throws -> Answer {
      var message = HTTPClientRequest(url: request.url)
      message.method = .POST
      for (name, value) in request.headers { message.headers.add(name: name, value: value) }
      message.body = .bytes(request.body)
      let response = try await client.execute(message, deadline: .distantFuture)
      let status = Int(response.status.code)
      let retryAfter = response.headers.first(name: "retry-after")
      // The body of a refusal may quote the text; it is not read.
      guard (200...299).contains(status) else { return Answer(status: status, retryAfter: retryAfter, body: []) }
      let body = try await response.body.collect(upTo: answerLimit)
      return Answer(status: status, retryAfter: retryAfter, body: Array(body.readableBytesView))
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
