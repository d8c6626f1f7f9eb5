/// Judges how well each chunk of a pool answers a question.
public protocol Reranker: Sendable {
  /// The relevance of every chunk, in the order of `chunks`.
  func relevance(of chunks: [Chunk], to query: Query) -> [Relevance]
}

/// How well one chunk answers the question.
public struct Relevance: Sendable, Hashable {
  /// The place of the chunk among those that were judged, from 0.
  public let chunk: Int
  /// The judgement, higher being better. Scores of one pool compare; scores of two do not.
  public let score: Double

  /// The judgement about the chunk at place `chunk`.
  public init(chunk: Int, score: Double) {
    self.chunk = chunk
    self.score = score
  }
}

extension [Relevance] {
  /// Best first; of equal scores the chunk that stood first.
  public var ranked: [Relevance] {
    sorted { ($0.score, $1.chunk) > ($1.score, $0.chunk) }
  }
}
