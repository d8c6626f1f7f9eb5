#if Remote
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
    private let client: ServiceClient

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
      client = ServiceClient(retries: retries, timeout: timeout, answerLimit: Self.answerLimit)
    }

    /// The tokens of one user message with `text` in it, as the provider counts them.
    public func count(_ text: [UInt8], model: String) async throws(RemoteError) -> Int {
      let request = ServiceRequest(provider, model: model, text: text, key: key, address: address)
      return try provider.count(in: try await client.answer(to: request))
    }
  }
#endif
