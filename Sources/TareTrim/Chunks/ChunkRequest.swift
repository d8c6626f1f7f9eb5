public import TareConversations
public import TareRanking

/// Chunks that want to go into a payload beside its history, under the same budget.
public struct ChunkRequest: Sendable {
  /// Where the chunks that stay go.
  public enum Destination: Sendable {
    /// Into the payload, as one message directly before the last message of a person.
    case payload
    /// Somewhere else; their tokens are set aside all the same.
    case elsewhere
  }

  /// The chunks.
  public var chunks: [Chunk]
  /// How relevant each of them is, as a reranker or the retriever says.
  public var relevance: [Relevance]
  /// Floor, limit, duplicates and order; the plan lowers its budget to the room there is, and counts with a chunk what
  /// stands around it.
  public var pruning: ChunkPruning
  /// The most of the budget that is reserved for chunks; never more than those have that floor, duplicates and limit
  /// leave. With the same chunks a step window keeps the same reserve in every call, so that its cut stays.
  public var share: Share
  /// The role of the message they go into.
  public var role: Role
  /// Where they go.
  public var destination: Destination

  /// A request for half of the budget.
  public init(
    _ chunks: [Chunk], relevance: [Relevance], pruning: ChunkPruning = ChunkPruning(),
    share: Share = Share(thousandths: 500), role: Role = .user, destination: Destination = .payload
  ) {
    self.chunks = chunks
    self.relevance = relevance
    self.pruning = pruning
    self.share = share
    self.role = role
    self.destination = destination
  }
}

/// Chunks could not be pruned.
public struct ChunkPruningError: Error, Sendable, Hashable {
  /// Why.
  public let reason: String
}

extension ChunkPruningError: CustomStringConvertible {
  /// One sentence with the reason.
  public var description: String { "chunks cannot be pruned: \(reason)" }
}
