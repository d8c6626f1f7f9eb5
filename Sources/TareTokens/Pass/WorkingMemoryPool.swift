import Synchronization

/// The working memories of one tokenizer that no pass is using: each call takes one, or makes it, and puts it back,
/// so that a call finds known what earlier calls met, and clears no table.
///
/// As many are kept as calls ran at the same time, at most `most`; they go when the last copy of the tokenizer does.
final class WorkingMemoryPool: Sendable {
  private static let most = 64

  private let idle = Mutex<[WorkingMemory]>([])

  /// Runs `body` with a working memory that nobody else has, made ready for a text of `byteCount` bytes.
  func with<Result, Failure: Error>(
    byteCount: Int, _ body: (WorkingMemory) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let memory: WorkingMemory
    if let taken = idle.withLock({ $0.popLast() }) {
      memory = taken
      memory.prepare(byteCount: byteCount)
    } else {
      memory = WorkingMemory(byteCount: byteCount)
    }
    defer {
      idle.withLock { memories in
        if memories.count < Self.most { memories.append(memory) }
      }
    }
    return try body(memory)
  }
}
