#if Remote
  public import TareRanking

  /// Has a service judge how well chunks answer a question.
  ///
  /// ```swift
  /// let client = RerankerClient(.tei, address: try ServiceAddress("http://localhost:8080"), model: nil, key: nil)
  /// let (relevance, warning) = await lexical.relevance(of: chunks, to: query) { try await client.relevance(of: $0, to: $1) }
  /// ```
  /// Question and chunks leave this machine, unless the address is its own.
  public struct RerankerClient: Sendable {
    /// How it is asked.
    public let shape: RerankerShape
    /// Where.
    public let address: ServiceAddress
    private let model: String?
    private let key: APIKey?
    private let timeout: Duration
    private let client: ServiceClient

    /// The most bytes of an answer that are read: some thousand judgements, even where documents come back with them.
    static let answerLimit = 16_777_216

    /// A client.
    ///
    /// - Parameters:
    ///   - shape: How the service wants to be asked; ``RerankerShape/init(of:namingModel:)`` knows the usual ones.
    ///   - address: The endpoint; without a path, the shape's usual one.
    ///   - timeout: How long one judgement may take, with all attempts.
    public init(
      _ shape: RerankerShape, address: ServiceAddress, model: String?, key: APIKey?,
      retries: RetryPolicy = RetryPolicy(), timeout: Duration = .seconds(30)
    ) {
      self.shape = shape
      self.address = address
      self.model = model
      self.key = key
      self.timeout = timeout
      client = ServiceClient(retries: retries, timeout: timeout, answerLimit: Self.answerLimit)
    }

    /// The relevance of every chunk, in their order.
    ///
    /// - Throws: ``RemoteError`` where there is no answer in time, or none that judges each chunk once.
    public func relevance(of chunks: [Chunk], to query: Query) async throws(RemoteError) -> [Relevance] {
      let outcome = await within(timeout) { () -> Result<[Relevance], RemoteError> in
        do throws(RemoteError) {
          return .success(try await judged(chunks, query))
        } catch { return .failure(error) }
      }
      guard let outcome else { throw RemoteError(code: .timedOut) }
      return try outcome.get()
    }

    private func judged(_ chunks: [Chunk], _ query: Query) async throws(RemoteError) -> [Relevance] {
      var list: [Relevance] = []
      for start in stride(from: 0, to: chunks.count, by: shape.batch) {
        let batch = Array(chunks[start..<min(start + shape.batch, chunks.count)])
        list += try await relevance(ofBatch: batch, query).map { Relevance(chunk: start + $0.chunk, score: $0.score) }
      }
      return list
    }

    private func relevance(ofBatch chunks: [Chunk], _ query: Query) async throws(RemoteError) -> [Relevance] {
      let request = ServiceRequest(shape, judging: chunks, for: query, model: model, key: key, address: address)
      let bytes = try await client.answer(to: request)
      let judged: [Relevance]
      do { judged = try RerankerAnswer.relevance(bytes, documents: chunks.count) } catch { throw .wrong(error.reason) }
      guard judged.count == chunks.count else {
        throw .wrong("the reranker judged \(judged.count) of \(chunks.count) documents")
      }
      return judged.sorted { $0.chunk < $1.chunk }
    }
  }
#endif
