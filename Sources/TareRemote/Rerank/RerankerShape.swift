/// How a reranking service wants to be asked. What it answers is read by ``RerankerAnswer``, whichever it is.
///
/// Sources: Cohere, `POST /v2/rerank`; Jina AI, `POST /v1/rerank`; vLLM's server, `/v1/rerank`; Voyage AI,
/// `POST /v1/rerank`; Pinecone, `POST /rerank`; Hugging Face's text-embeddings-inference, `POST /rerank`;
/// Elasticsearch, `POST /_inference/rerank/{id}`.
public enum RerankerShape: String, Sendable, Hashable, CaseIterable {
  /// Cohere, version 2.
  case cohere
  /// Jina AI.
  case jina
  /// vLLM's server.
  case vllm
  /// Voyage AI.
  case voyage
  /// Pinecone.
  case pinecone
  /// Hugging Face's text-embeddings-inference.
  case tei
  /// Elasticsearch's inference.
  case elasticsearch

  /// The shape of the service at an address, by its host, else by its path: `_inference` is Elasticsearch's, and
  /// `/rerank` without a version text-embeddings-inference's where no model is named. Anything else is asked as vLLM is,
  /// which Cohere's and Jina's imitators understand.
  public init(of address: ServiceAddress, namingModel: Bool) {
    let hosts: [(String, RerankerShape)] = [
      ("cohere.", .cohere), ("jina.ai", .jina), ("voyageai.com", .voyage), ("pinecone.io", .pinecone),
    ]
    if let found = hosts.first(where: { address.host.contains($0.0) })?.1 {
      self = found
    } else if address.path.hasPrefix("/_inference/") {
      self = .elasticsearch
    } else {
      self = address.path == "/rerank" && !namingModel ? .tei : .vllm
    }
  }

  /// Whether a request has to name a model.
  public var needsModel: Bool {
    switch self {
    case .cohere, .jina, .vllm, .voyage, .pinecone: true
    case .tei, .elasticsearch: false
    }
  }

  /// The most documents that are sent at once. A document's score does not depend on its company, so more are judged in
  /// several requests. What the services allow at most, of those that say so: text-embeddings-inference unless it was
  /// started otherwise, Pinecone for its own models, Voyage and Cohere.
  var batch: Int {
    switch self {
    case .tei: 32
    case .pinecone: 100
    case .cohere, .jina, .vllm, .voyage, .elasticsearch: 1_000
    }
  }

  /// Where the service is asked when the address has no path; `nil` where each has its own.
  var usualPath: String? {
    switch self {
    case .cohere: "/v2/rerank"
    case .jina, .vllm, .voyage: "/v1/rerank"
    case .pinecone, .tei: "/rerank"
    case .elasticsearch: nil
    }
  }
}
