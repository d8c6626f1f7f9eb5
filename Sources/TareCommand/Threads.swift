import ArgumentParser
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
  var count: Int { threads ?? Self.processors }

  /// The number of processors.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  func validate() throws {
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads takes 1 to 256") }
  }
}

/// What `transform` makes of each item, in the order of the items. A single worker is the calling thread itself.
func mapped<Item: Sendable, Result: Sendable>(
  _ items: [Item], workers: Int, _ transform: @escaping @Sendable (Item) -> Result
) throws -> [Result] {
  guard min(workers, items.count) > 1 else { return items.map(transform) }
  return try waiting { await inParallel(count: items.count, workers: workers) { transform(items[$0]) } }
}
