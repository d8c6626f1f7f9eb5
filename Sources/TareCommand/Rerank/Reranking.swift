import Tare

/// The way from a request to its answer, the same for one request and for a stream of them.
struct Reranking {
  let defaults: RerankDefaults
  let encoding: EncodingOptions
  /// Who judges, if not the words.
  let outside: OutsideReranker?
  /// The last encoding that was asked for, since most streams ask for one.
  private var last: (encoding: String?, model: String?, tokenizer: Tokenizer)?

  init(defaults: RerankDefaults, encoding: EncodingOptions, outside: OutsideReranker?) {
    self.defaults = defaults
    self.outside = outside
    self.encoding = encoding
  }

  /// The answer to the bytes of a request; one that cannot be read is answered with the reason.
  ///
  /// - Parameter line: The line of the request in a stream, where the column alone says the rest.
  mutating func answer(to bytes: [UInt8], in path: String, line: Int?) -> (text: [UInt8], error: CommandError?) {
    var id: JSONValue?
    do throws(CommandError) {
      let root = try parsed(bytes, in: path, line: line)
      id = root["id"]
      let request: RerankRequest
      do { request = try RerankRequest(root) } catch {
        throw .input("\(path):\(place(error.location, line))", error.reason)
      }
      let ranked = try ranked(request)
      return (RerankAnswer.text(request, ranked.documents, warnings: ranked.warnings), nil)
    } catch {
      return (RerankAnswer.text(id: id, error: String(error.message.dropFirst("tare: error: ".count))), error)
    }
  }

  /// The documents of a request as they are ranked and chosen, what counts them, and what is to be said about it.
  mutating func ranked(
    _ request: RerankRequest
  ) throws(CommandError) -> (documents: RerankedDocuments, tokenizer: Tokenizer, warnings: [String]) {
    let tokenizer = try tokenizer(for: request)
    let (judged, warning) = request.documents.relevance(to: request.query, by: outside)
    do {
      let documents = try RerankedDocuments(request, defaults: defaults, tokenizer: tokenizer, judged: judged)
      return (documents, tokenizer, warning.map { [$0] } ?? [])
    } catch {
      throw CommandError(place: nil, reason: "\(error)", exitCode: .badInput)
    }
  }

  private func parsed(_ bytes: [UInt8], in path: String, line: Int?) throws(CommandError) -> JSONValue {
    do { return try JSONDocument(parsing: bytes).root } catch {
      throw .input("\(path):\(place(error.location, line))", error.reason)
    }
  }

  private func place(_ location: SourceLocation, _ line: Int?) -> SourceLocation {
    SourceLocation(line: line ?? location.line, column: location.column)
  }

  private mutating func tokenizer(for request: RerankRequest) throws(CommandError) -> Tokenizer {
    var options = encoding
    if request.encoding != nil || request.model != nil {
      (options.encoding, options.model) = (request.encoding, request.model)
    }
    if let last, last.encoding == options.encoding, last.model == options.model { return last.tokenizer }
    let tokenizer = Tokenizer(try options.resolve().encoding)
    last = (options.encoding, options.model, tokenizer)
    return tokenizer
  }
}
