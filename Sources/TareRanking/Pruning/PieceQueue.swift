/// Pieces of text by what they are worth, best first, as a heap.
struct PieceQueue {
  /// A piece and what it was worth when it came in; of equals the one with the lower number comes first.
  struct Entry: Comparable {
    let worth: Double
    let piece: Int

    static func < (left: Entry, right: Entry) -> Bool {
      (left.worth, right.piece) < (right.worth, left.piece)
    }
  }

  private var heap: [Entry] = []

  /// The entry that would come next.
  var best: Entry? { heap.first }

  /// - Complexity: O(log *n*).
  mutating func insert(_ entry: Entry) {
    heap.append(entry)
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2] < heap[place] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// - Complexity: O(log *n*).
  mutating func removeBest() -> Entry? {
    guard let best = heap.first else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var place = 0
    while let child = (2 * place + 1...2 * place + 2).filter({ $0 < heap.count }).max(by: { heap[$0] < heap[$1] }),
      heap[place] < heap[child]
    {
      heap.swapAt(place, child)
      place = child
    }
    return best
  }
}
