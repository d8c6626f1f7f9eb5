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
    /// A model that refuses a limit or a temperature, as some that think first do, is asked once more without them.
    /// - Throws: ``RemoteError`` where there is no answer in time, or none with a text in it.
    public func summary(of request: SummaryRequest) async throws(RemoteError) -> String {
      let outcome = await within(timeout) { () -> Result<[UInt8], RemoteError> in
        do throws(RemoteError) { return .success(try await answer(to: request)) } catch { return .failure(error) }
      }
      guard let outcome else { throw RemoteError(code: .timedOut) }
      return try ChatAnswer.text(try outcome.get())
    }

    private func answer(to summary: SummaryRequest) async throws(RemoteError) -> [UInt8] {
      let asked = ServiceRequest(summary, model: model, key: key, address: address)
      do throws(RemoteError) { return try await client.answer(to: asked) } catch {
        guard error.code == .status(400) else { throw error }
      }
      return try await client.answer(
        to: ServiceRequest(summary, model: model, key: key, address: address, sampling: .asTheModelDoes))
    }
  }
#endif
