/// Where each gram occurs, for one question after another.
///
/// ```
/// sorted by gram    ␣lib 3   ␣lib 9   arie 3   brar 3 …     with the number of its word or text
/// starts            by the top bits of the hash, so that few are passed over
/// ```
struct GramIndex: Sendable {
  /// A gram and the word or text that holds it.
  struct Entry: Sendable {
    let gram: Gram
    let place: Int32
  }

  private var entries: [Entry] = []
  private var starts: [Int32] = []
  private let shift: Int

  /// - Parameter all: In the order of their places.
  init(_ all: [Entry]) {
    var bits = 0
    while 1 << bits < all.count { bits += 1 }
    shift = 32 - bits
    starts = [Int32](repeating: 0, count: (1 << bits) + 1)
    for entry in all { starts[bucket(of: entry.gram) + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    var ends = starts
    entries = all
    for entry in all {
      let bucket = bucket(of: entry.gram)
      entries[Int(ends[bucket])] = entry
      ends[bucket] += 1
    }
  }

  /// Calls `body` with the places of a gram, in order.
  @inline(__always)
  func forEachPlace(of gram: Gram, _ body: (Int32) -> Void) {
    let bucket = bucket(of: gram)
    for place in Int(starts[bucket])..<Int(starts[bucket + 1]) where entries[place].gram == gram {
      body(entries[place].place)
    }
  }

  private func bucket(of gram: Gram) -> Int { gram.hash >> shift }
}
