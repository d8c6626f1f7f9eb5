import TareJSON
import TareRanking
import Testing

@testable import TareRemote

struct RerankerRequestTests {
  private let chunks = [Chunk(id: "a", title: "Fees", text: "80 \"crowns\""), Chunk(id: "b", text: "")]

  private func request(_ shape: RerankerShape, at address: String, key: APIKey? = nil) throws -> ServiceRequest {
    ServiceRequest(
      shape, judging: chunks, for: Query(text: "How much?"), model: "m-1", key: key,
      address: try ServiceAddress(address))
  }

  private func texts(_ body: JSONValue) -> [String?]? {
    let list = body["documents"] ?? body["texts"] ?? body["input"]
    return list?.elements.map { $0.string ?? $0["text"]?.string }
  }

  @Test(arguments: RerankerShape.allCases)
  func `each service gets the question and every chunk with its title`(shape: RerankerShape) throws {
    let body = try JSONDocument(parsing: request(shape, at: "https://example.org/x").body).root
    #expect(body["query"]?.string == "How much?")
    #expect(texts(body) == ["Fees\n\n80 \"crowns\"", ""])
    #expect((body["model"]?.string == "m-1") == shape.needsModel)
    // Whoever takes a number of results would give ten or fewer unless told.
    if shape == .cohere || shape == .jina || shape == .pinecone { #expect(body["top_n"]?.integer == 2) }
    if shape == .voyage { #expect(body["top_k"]?.integer == 2) }
  }

  @Test(arguments: [
    (RerankerShape.cohere, "https://a.org/v2/rerank"), (.jina, "https://a.org/v1/rerank"),
    (.vllm, "https://a.org/v1/rerank"), (.voyage, "https://a.org/v1/rerank"), (.pinecone, "https://a.org/rerank"),
    (.tei, "https://a.org/rerank"), (.elasticsearch, "https://a.org"),
  ])
  func `an address without a path gets the usual one, and any other stays`(shape: RerankerShape, url: String) throws {
    #expect(try request(shape, at: "https://a.org/").url == url)
    #expect(try request(shape, at: "https://a.org/my/rank").url == "https://a.org/my/rank")
  }

  @Test(arguments: [
    (RerankerShape.cohere, "authorization", "Bearer k"), (.jina, "authorization", "Bearer k"),
    (.vllm, "authorization", "Bearer k"), (.voyage, "authorization", "Bearer k"), (.pinecone, "api-key", "k"),
    (.tei, "authorization", "Bearer k"), (.elasticsearch, "authorization", "ApiKey k"),
  ])
  func `a key goes where the service wants it, and into nothing else`(
    shape: RerankerShape, name: String, value: String
  ) throws {
    let key = try #require(APIKey("k"))
    let headers = try request(shape, at: "https://a.org", key: key).headers
    #expect(headers.contains { $0.name == name && $0.value == value })
    #expect(try !request(shape, at: "https://a.org").headers.contains { $0.name == name })
  }

  @Test(arguments: [
    ("https://api.openai.com/v1", ["OPENAI_API_KEY"]), ("https://API.jina.ai:443/v1/rerank", ["JINA_API_KEY"]),
    ("https://api.cohere.com", ["COHERE_API_KEY", "CO_API_KEY"]), ("https://api.voyageai.com", ["VOYAGE_API_KEY"]),
    ("https://api.pinecone.io", ["PINECONE_API_KEY"]), ("https://api.openai.com.example.org/v1", []),
    ("https://example.org/api.openai.com", []), ("https://api.openai.com:8443", []), ("http://localhost:8000", []),
  ])
  func `a key goes by itself to nobody but the host whose key it is`(address: String, variables: [String]) throws {
    #expect(try ServiceAddress(address).usualKeyVariables == variables)
  }

  @Test(arguments: [
    ("https://api.cohere.com/v2/rerank", true, RerankerShape.cohere), ("https://api.jina.ai/v1/rerank", true, .jina),
    ("https://api.voyageai.com/v1/rerank", true, .voyage), ("https://api.pinecone.io/rerank", true, .pinecone),
    ("https://es.example.org:9200/_inference/rerank/mine", false, .elasticsearch),
    ("http://localhost:8080/rerank", false, .tei), ("http://localhost:8000/rerank", true, .vllm),
    ("http://localhost:8000/v1/rerank", false, .vllm), ("http://localhost:8000", true, .vllm),
  ])
  func `a service is known by its address`(address: String, namesModel: Bool, shape: RerankerShape) throws {
    #expect(RerankerShape(of: try ServiceAddress(address), namingModel: namesModel) == shape)
  }
}
