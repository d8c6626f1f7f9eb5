#if Remote
  public import TareTrim

  /// Has a model behind an OpenAI-compatible endpoint summarise what trimming drops.
  ///
  /// ```swift
  /// let client = SummarizerClient(address: try ServiceAddress("http://localhost:8000/v1"), model: "small", key: nil)
  /// let (smaller, warning) = try await window.fitted(request) { try await client.summary(of: $0) }
  /// ```
  /// The dropped messages leave this machine, unless the address is its own. The same model may answer the same
  /// question with another text; the caller keeps what it said, as ``TareTrim/SummaryTexts`` does.
  public struct SummarizerClient: Sendable {
    /// Where.
    public let address: ServiceAddress
    private let model: String
    private let key: APIKey?
    private let timeout: Duration
    private let client: ServiceClient

    /// The most bytes of an answer that are read: some times what the longest note has.
    static let answerLimit = 1_048_576

    /// A client.
    ///
    /// - Parameters:
    ///   - address: The endpoint, or what stands before `/chat/completions`.
    ///   - timeout: How long one summary may take, with all attempts.
    public init(
      address: ServiceAddress, model: String, key: APIKey?, retries: RetryPolicy = RetryPolicy(),
      timeout: Duration = .seconds(60)
    ) {
      self.address = address
      self.model = model
      self.key = key
      self.timeout = timeout
      client = ServiceClient(retries: retries, timeout: timeout, answerLimit: Self.answerLimit)
    }

    /// The model's text.
    ///
    /// - Throws: ``RemoteError`` where there is no answer in time, or none with a text in it.
    public func summary(of request: SummaryRequest) async throws(RemoteError) -> String {
      let request = ServiceRequest(request, model: model, key: key, address: address)
      return try ChatAnswer.text(try await client.answer(to: request, within: timeout))
    }
  }
#endif
