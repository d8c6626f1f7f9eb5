public import ArgumentParser
import Tare
public import TareRemote

/// Who judges documents or chunks, where it is not their words.
struct RerankerOptions: ParsableArguments {
  @Option(
    name: .customLong("reranker-url"),
    help: ArgumentHelp(
      "Have the reranker at this address judge; question and texts are sent there. Without it nothing is sent anywhere.",
      valueName: "url"))
  var url: String?

  @Option(name: .customLong("reranker-model"), help: ArgumentHelp("The model at that address.", valueName: "name"))
  var model: String?

  @Option(
    name: .customLong("reranker-shape"),
    help: ArgumentHelp(
      "How it wants to be asked: \(RerankerShape.allCases.map(\.rawValue).joined(separator: ", ")); told from the address where it is not given.",
      valueName: "shape"))
  var shape: RerankerShape?

  @Option(
    name: .customLong("reranker-key-variable"),
    help: ArgumentHelp(
      "The environment variable with the key for that address. Cohere's, Jina's, Voyage's and Pinecone's own get what COHERE_API_KEY and the like hold; nobody else anything.",
      valueName: "name"))
  var keyVariable: String?

  @Option(
    name: .customLong("reranker-timeout"),
    help: ArgumentHelp("How long a judgement may take; words judge then.", valueName: "seconds"))
  var timeout = 30

  func validate() throws {
    if url == nil, model != nil || shape != nil || keyVariable != nil {
      throw ValidationError("--reranker-model, --reranker-shape and --reranker-key-variable go with --reranker-url")
    }
    guard (1...86_400).contains(timeout) else { throw ValidationError("--reranker-timeout takes 1 to 86400 seconds") }
  }

  /// Whoever was named; `nil` where nobody was.
  func reranker() throws(CommandError) -> OutsideReranker? {
    guard let url else { return nil }
    let service = try OutsideService(url: url, keyVariable: keyVariable, option: "--reranker")
    #if Remote
      let shape = shape ?? RerankerShape(of: service.address, namingModel: model != nil)
      if shape.needsModel, model == nil {
        throw .usage("--reranker-url of shape \(shape.rawValue) needs --reranker-model")
      }
      let client = RerankerClient(
        shape, address: service.address, model: model, key: service.key, timeout: .seconds(timeout))
      service.sayOnce("question and texts", "be ranked")
      return { try await client.relevance(of: $0, to: $1) }
    #else
      throw service.missing
    #endif
  }
}

extension RerankerShape: ExpressibleByArgument {}

extension [Chunk] {
  /// What somebody outside judges, if there is anybody; else nothing, and why.
  func relevance(to query: Query, by outside: OutsideReranker?) -> (relevance: [Relevance]?, warning: String?) {
    guard let outside else { return (nil, nil) }
    do {
      return (try waiting { try await self.relevance(to: query, judgedBy: outside) }, nil)
    } catch {
      return (nil, "\(error)")
    }
  }
}
