import Synchronization

/// The results of `body` for each index below `count`, in order, whatever the number of workers.
///
/// One task for each worker takes the next index until none is left: an empty task costs microseconds, the next index
/// nanoseconds.
package func inParallel<Result: Sendable>(
  count: Int, workers: Int, _ body: @escaping @Sendable (Int) -> Result
) async -> [Result] {
  let next = NextIndex()
  var results = [Result?](repeating: nil, count: count)
  await withTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<min(max(1, workers), count) {
      group.addTask {
        var mine: [(Int, Result)] = []
        while let index = next.take(below: count) { mine.append((index, body(index))) }
        return mine
      }
    }
    for await part in group {
      for (index, result) in part { results[index] = result }
    }
  }
  return results.compactMap { $0 }
}

/// Gives `take` the results of `body` for each index below `count`, in order and while the workers go on, so that what
/// is put together of them is not put together by one worker at the end.
func inParallel<Result: Sendable>(
  count: Int, workers: Int, _ body: @escaping @Sendable (Int) -> Result, inOrder take: (Result) -> Void
) async {
  await withTaskGroup(of: (Int, Result).self) { group in
    var indices = (0..<count).makeIterator()
    func begin() {
      guard let index = indices.next() else { return }
      group.addTask { (index, body(index)) }
    }
    for _ in 0..<workers { begin() }
    var early: [Int: Result] = [:]
    var due = 0
    for await (index, result) in group {
      begin()
      early[index] = result
      while let result = early.removeValue(forKey: due) {
        take(result)
        due += 1
      }
    }
  }
}

/// The next index that no worker has taken.
private final class NextIndex: Sendable {
  private let value = Atomic<Int>(0)

  func take(below count: Int) -> Int? {
    let index = value.add(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }
}
