import ArgumentParser
import Synchronization
import Tare

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `--threads`: how many inputs are worked on at a time. What comes out is the same for every number.
struct ThreadOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Work on this many inputs at a time; all processors if left out.", valueName: "n"))
  var threads: Int?

  /// The number that was asked for, or that of the processors.
  var count: Int { threads ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  func validate() throws {
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads takes 1 to 256") }
  }
}

/// What `transform` makes of each item, in the order of the items.
///
/// One task for each worker pulls the next item until none is left. A single worker is the calling thread itself.
func mapped<Item: Sendable, Result: Sendable>(
  _ items: [Item], workers: Int, _ transform: @escaping @Sendable (Item) -> Result
) throws -> [Result] {
  let workers = min(workers, items.count)
  guard workers > 1 else { return items.map(transform) }
  let next = NextItem()
  return try waiting {
    var results = [Result?](repeating: nil, count: items.count)
    await withTaskGroup(of: [(Int, Result)].self) { group in
      for _ in 0..<workers {
        group.addTask {
          var mine: [(Int, Result)] = []
          while let index = next.take(below: items.count) { mine.append((index, transform(items[index]))) }
          return mine
        }
      }
      for await part in group {
        for (index, result) in part { results[index] = result }
      }
    }
    return results.compactMap { $0 }
  }
}

/// The next item that no worker has taken.
private final class NextItem: Sendable {
  private let value = Atomic<Int>(0)

  func take(below count: Int) -> Int? {
    let index = value.add(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }
}
