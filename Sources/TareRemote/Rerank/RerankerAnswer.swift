import TareJSON
public import TareRanking

/// What a reranking service answered, whichever of the usual shapes it has.
///
/// ```
/// Cohere v2, Jina, vLLM   {"results": [{"index", "relevance_score"}]}
/// Voyage                  {"data": [{"index", "relevance_score"}]}
/// Pinecone                {"data": [{"index", "score"}]}
/// Elasticsearch           {"rerank": [{"index", "relevance_score"}]}
/// TEI                     [{"index", "score"}]
/// ```
/// Whatever else stands beside these is passed over.
public enum RerankerAnswer {
  /// The relevance of each document that was judged, in the order of the answer; a service that was asked for the best
  /// few names no others.
  ///
  /// - Parameters:
  ///   - bytes: The body of the answer.
  ///   - documents: How many documents were sent.
  /// - Throws: ``RerankerAnswerError`` where the answer is no JSON, is of no such shape, speaks of a document that was
  ///   not sent or twice of one, or has a score that is no finite number.
  /// - Complexity: O(*n*) in bytes.
  public static func relevance(_ bytes: [UInt8], documents: Int) throws(RerankerAnswerError) -> [Relevance] {
    let root: JSONValue
    do { root = try JSONDocument(parsing: bytes).root } catch {
      throw RerankerAnswerError(reason: "the reranker's answer is no JSON from byte \(error.offset) on")
    }
    var seen = [Bool](repeating: false, count: max(0, documents))
    var list: [Relevance] = []
    for (place, element) in try results(of: root).elements.enumerated() {
      let relevance = try relevance(element, place: place)
      guard seen.indices.contains(relevance.chunk) else {
        throw RerankerAnswerError(
          reason: "result \(place) of the reranker is about document \(relevance.chunk), but \(documents) were sent")
      }
      guard !seen[relevance.chunk] else {
        throw RerankerAnswerError(reason: "the reranker judged document \(relevance.chunk) twice")
      }
      seen[relevance.chunk] = true
      list.append(relevance)
    }
    return list
  }

  private static func results(of root: JSONValue) throws(RerankerAnswerError) -> JSONValue {
    if root.kind == .array { return root }
    for name in ["results", "data", "rerank"] {
      if let found = root[name], found.kind == .array { return found }
    }
    // What it says instead is not repeated: it may quote the documents or the key.
    throw RerankerAnswerError(
      reason: ["error", "message", "detail"].contains { root[$0] != nil }
        ? "the reranker answered with an error" : "the reranker's answer has no array of results")
  }

  private static func relevance(_ element: JSONValue, place: Int) throws(RerankerAnswerError) -> Relevance {
    guard let index = element["index"]?.integer else {
      throw RerankerAnswerError(reason: "result \(place) of the reranker has no whole number as \"index\"")
    }
    let found = element["relevance_score"] ?? element["score"]
    guard let score = found?.numberText.flatMap({ Double($0) }), score.isFinite else {
      throw RerankerAnswerError(
        reason: "result \(place) of the reranker has no number as \"relevance_score\" or \"score\"")
    }
    return Relevance(chunk: index, score: score)
  }
}

/// An answer that is no ranking. It names nothing of the answer's text, which may quote documents or a key.
public struct RerankerAnswerError: Error, Sendable, Hashable {
  /// What was found.
  public let reason: String
}

extension RerankerAnswerError: CustomStringConvertible {
  /// One sentence with the reason.
  public var description: String { reason }
}
