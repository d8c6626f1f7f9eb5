import ArgumentParser
import Tare

/// `tare rerank`: ranks documents by a question, and keeps what fits a budget.
struct RerankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rerank",
    abstract: "Ranks documents by a question, and keeps what fits a budget of tokens.",
    discussion: """
      Judges documents by the words they share with the question, without a model or a network: the same answer each \
      time. With --reranker-url a service judges, and where it fails the words do, with a warning. Reads a request {"id", "query", "documents": [{"id", "title", "text"} or text], "budgets", "lang", \
      "encoding"} and answers {"id", "results": [{"index", "relevance_score"}], "kept", "packed"}; --ndjson answers one \
      a line as they come. With --query, the documents are those of --documents, and a table is written.

      Within a budget, "kept" has whole documents, and "packed" the best ones whole and the best sentences of the next, \
      with … where something is left out. What a request says goes before what options say.

      Examples:
        tare rerank --query "How high is the fee?" --documents hits.ndjson
        tare rerank --query "How high is the fee?" --documents hits.ndjson --budget 512 --pack
        tare rerank request.json
        tare rerank --ndjson - < requests.ndjson

      Exit codes: 0 all was ranked, 2 bad input or usage.
      """)

  @Argument(help: ArgumentHelp("A request, or - for standard input.", valueName: "file"))
  var path: String?

  @OptionGroup(title: "Documents") var documents: RerankDocumentOptions
  @OptionGroup(title: "Choosing") var choice: RerankChoiceOptions
  @OptionGroup(title: "Reranker") var reranker: RerankerOptions
  @OptionGroup(title: "Counting") var encoding: EncodingOptions

  @Flag(help: "Read one request a line and answer each with one line, in order and at once.")
  var ndjson = false

  @Option(
    help: ArgumentHelp(
      "With --query: text for people, or json for the answer to a request.", valueName: "format"))
  var format: Format = .text

  @Option(help: .hidden)
  var bench: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  func validate() throws {
    if documents.query == nil, documents.path != nil { throw ValidationError("--documents goes with --query") }
    if documents.query != nil, documents.path == nil { throw ValidationError("--query goes with --documents") }
    if documents.query != nil, path != nil || ndjson {
      throw ValidationError("a request brings its own question; leave out --query, or the request")
    }
  }

  func run() throws {
    if let bench { return try RerankBench(file: bench, defaults: choice.defaults).run() }
    var reranking = Reranking(defaults: choice.defaults, encoding: encoding, outside: try reranker.reranker())
    if ndjson { return try RerankStream(path: path ?? "-").run(&reranking) }
    guard let query = documents.query, let documentPath = documents.path else {
      let file = try InputFile.read(path ?? "-")
      let answer = reranking.answer(to: file.bytes, in: file.path, line: nil)
      if let error = answer.error { throw error }
      return StandardOutput.write(answer.text + [0x0A])
    }
    let request = RerankRequest(query: Query(text: query), documents: try documents.load(documentPath))
    let (ranked, tokenizer, warnings) = try reranking.ranked(request)
    if format == .json {
      return StandardOutput.write(RerankAnswer.text(request, ranked, warnings: warnings) + [0x0A])
    }
    for warning in warnings { StandardError.line("tare: warning: \(warning)") }
    guard !ranked.selections.isEmpty else {
      return StandardOutput.write(RerankTable.text(request, ranked, tokenizer))
    }
    for selection in ranked.selections { StandardOutput.write(RerankTable.passages(request, selection)) }
  }
}

/// A question and documents that stand in no request.
struct RerankDocumentOptions: ParsableArguments {
  @Option(
    name: [.customLong("query"), .customLong("question")],
    help: ArgumentHelp("The question, or the words of a search.", valueName: "text"))
  var query: String?

  @Option(
    name: .customLong("documents"),
    help: ArgumentHelp(
      "The documents: a JSON array, or one {\"id\",\"title\",\"text\"} a line; - for standard input.", valueName: "file"
    ))
  var path: String?

  func load(_ path: String) throws(CommandError) -> [Chunk] {
    let file = try InputFile.read(path)
    do { return try ChunkFile(file.bytes).chunks } catch {
      throw .input("\(file.path):\(error.location)", error.reason)
    }
  }
}
