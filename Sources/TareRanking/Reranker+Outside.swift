/// Judges chunks somewhere else, as behind a network: gives one judgement for each of them, in any order.
public typealias OutsideReranker = @Sendable ([Chunk], Query) async throws -> [Relevance]

extension [Chunk] {
  /// The relevance of every chunk, in their order, as somebody else judges it.
  ///
  /// - Throws: ``OutsideRerankerError`` where that fails, or does not give one finite score for each chunk.
  public func relevance(to query: Query, judgedBy outside: OutsideReranker) async throws(OutsideRerankerError)
    -> [Relevance]
  {
    guard !isEmpty else { return [] }
    let judged: [Relevance]
    do { judged = try await outside(self, query).sorted { $0.chunk < $1.chunk } } catch {
      throw OutsideRerankerError(reason: "\(error)")
    }
    guard judged.map(\.chunk) == Array<Int>(indices), judged.allSatisfy(\.score.isFinite) else {
      throw OutsideRerankerError(reason: "its scores are not one for each of \(count)")
    }
    return judged
  }
}

/// Why nobody outside judged.
public struct OutsideRerankerError: Error, Sendable, Hashable {
  /// What went wrong.
  public let reason: String
}

extension OutsideRerankerError: CustomStringConvertible {
  /// One sentence that says who judged instead.
  public var description: String { "ranked by words, without the reranker: \(reason)" }
}

extension Reranker {
  /// What `outside` judges, or, where it fails or does not give one finite score for each chunk, what this judges.
  ///
  /// - Returns: The relevance of every chunk in the order of `chunks`, all by the same judge, and why it is not `outside`.
  public func relevance(
    of chunks: [Chunk], to query: Query, asking outside: OutsideReranker
  ) async -> (relevance: [Relevance], warning: OutsideRerankerError?) {
    do throws(OutsideRerankerError) {
      return (try await chunks.relevance(to: query, judgedBy: outside), nil)
    } catch {
      return (relevance(of: chunks, to: query), error)
    }
  }
}
