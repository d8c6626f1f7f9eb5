import TareJSON
import TareRanking

extension ServiceRequest {
  /// The request to judge every chunk: a service that is not told how many are wanted may judge the best few only.
  init(
    _ shape: RerankerShape, judging chunks: [Chunk], for query: Query, model: String?, key: APIKey?,
    address: ServiceAddress
  ) {
    var writer = JSONWriter()
    writer.object { body in
      if let model, shape != .tei, shape != .elasticsearch { body.member("model", model) }
      body.member("query", query.text)
      body.array(shape.documentsName) { list in
        for chunk in chunks {
          if shape == .pinecone {
            list.object { $0.member("text", chunk.judgedText) }
          } else {
            list.value(chunk.judgedText)
          }
        }
      }
      shape.writeOptions(chunks.count, to: &body)
    }
    let url = address.path.isEmpty ? address.text + (shape.usualPath ?? "") : address.text
    self.init(url: url, headers: shape.headers(key), body: writer.bytes)
  }
}

extension RerankerShape {
  fileprivate var documentsName: String {
    switch self {
    case .cohere, .jina, .vllm, .voyage, .pinecone: "documents"
    case .tei: "texts"
    case .elasticsearch: "input"
    }
  }

  /// All are wanted, none is wanted back, and what is too long for the model is cut there and refused nowhere.
  fileprivate func writeOptions(_ count: Int, to body: inout JSONWriter) {
    switch self {
    case .cohere: body.member("top_n", count)
    case .jina, .pinecone:
      body.member("top_n", count)
      body.member("return_documents", false)
    case .vllm: body.member("top_n", count)
    case .voyage:
      body.member("top_k", count)
      body.member("truncation", true)
    case .tei: body.member("truncate", true)
    case .elasticsearch: break
    }
  }

  fileprivate func headers(_ key: APIKey?) -> [(name: String, value: String)] {
    switch self {
    case .cohere, .jina, .vllm, .voyage, .tei: key.map { [$0.bearer] } ?? []
    case .pinecone: [("x-pinecone-api-version", "2025-01")] + (key.map { [("api-key", $0.value)] } ?? [])
    case .elasticsearch: key.map { [("authorization", "ApiKey \($0.value)")] } ?? []
    }
  }
}

extension Chunk {
  /// What is judged: the text, with its title where it has one.
  fileprivate var judgedText: String { title.map { "\($0)\n\n\(text)" } ?? text }
}
