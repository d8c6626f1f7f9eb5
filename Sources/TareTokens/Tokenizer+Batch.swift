import Synchronization

extension Tokenizer {
  /// The tokens of each document, in the order of the documents, whatever the number of workers.
  ///
  /// One task for each worker pulls the next document until none is left; each call has its own working memory.
  ///
  /// - Parameter workers: How many documents are encoded at a time; at least one is.
  public func encode(documents: [[UInt8]], workers: Int) async -> [[TokenID]] {
    let next = NextIndex()
    var results = [[TokenID]](repeating: [], count: documents.count)
    await withTaskGroup(of: [(Int, [TokenID])].self) { group in
      for _ in 0..<max(1, workers) {
        group.addTask {
          var mine: [(Int, [TokenID])] = []
          while let index = next.take(below: documents.count) {
            let document = documents[index]
            mine.append((index, encode(document.span)))
          }
          return mine
        }
      }
      for await part in group {
        for (index, tokens) in part { results[index] = tokens }
      }
    }
    return results
  }
}

/// The next document that no worker has taken.
private final class NextIndex: Sendable {
  private let value = Atomic<Int>(0)

  func take(below count: Int) -> Int? {
    let index = value.add(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }
}
