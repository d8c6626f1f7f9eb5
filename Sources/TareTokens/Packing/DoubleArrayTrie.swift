/// A trie over all tokens as a double array (Aoe 1989): the child of a node for a byte stands at base + byte, and
/// carries that byte as its label. No two nodes share a base, so the label alone says whose child a unit is.
struct DoubleArrayTrie {
  /// Label 8 bits, base 24 bits, id plus one 32 bits. Unit 0 is the root.
  private(set) var units: [UInt64] = []
  private var isUsed: [Bool] = []
  private var isBase: [Bool] = []
  /// A free unit at or behind each place: the forest of a union-find, so that runs of used units cost one step.
  private var nextFree: [Int32] = []
  /// Where the search for room for several children begins. It only ever moves on; the holes it leaves are filled
  /// by nodes with one child.
  private var roomyStart = 1

  /// Builds the trie. Nodes are placed in the order of the lowest rank below them, so that what common text walks
  /// lies close together.
  ///
  /// - Throws: ``PackingError`` when the array outgrows 24 bits.
  init(_ ranks: RankList) throws(PackingError) {
    let nodes = TrieNodes(ranks)
    grow(to: 1024)
    use(0)
    var queue = RankQueue()
    queue.push(rank: 0, node: 0, unit: 0)
    while let (node, unit) = queue.pop() {
      let children = nodes.children(of: node)
      if !children.isEmpty {
        let base = try freeBase(children.map(\.label))
        units[unit] |= UInt64(base) << 8
        for child in children {
          let place = base + Int(child.label)
          use(place)
          units[place] = UInt64(child.label) | UInt64(nodes.id(of: child.node) &+ 1) << 32
          queue.push(rank: nodes.lowestRank(of: child.node), node: child.node, unit: place)
        }
      }
    }
    units.removeLast(units.count - 1 - (isUsed.lastIndex(of: true) ?? 0))
    // A look-up may step up to 255 behind the last base: those units are there and empty.
    units += [UInt64](repeating: 0, count: 256)
  }

  /// The unit behind the first two bytes, or 0.
  func unit(behind first: UInt8, _ second: UInt8) -> UInt32 {
    var unit = 0
    for byte in [first, second] {
      let base = Int(units[unit] >> 8 & 0xFF_FFFF)
      let next = base + Int(byte)
      guard base > 0, UInt8(truncatingIfNeeded: units[next]) == byte, next < isUsed.count, isUsed[next] else {
        return 0
      }
      unit = next
    }
    return UInt32(unit)
  }

  private mutating func freeBase(_ labels: [UInt8]) throws(PackingError) -> Int {
    var place = freeUnit(from: max(labels.count > 1 ? roomyStart : 1, Int(labels[0]) + 1))
    var failures = 0
    while true {
      if place + 512 > isUsed.count { grow(to: isUsed.count * 2) }
      let base = place - Int(labels[0])
      if !isBase[base], labels.allSatisfy({ !isUsed[base + Int($0)] }) {
        guard base < 1 << 24 else { throw .tooManyTokens(units.count) }
        isBase[base] = true
        if failures > 256 { roomyStart = max(roomyStart, place) }
        return base
      }
      failures += 1
      place = freeUnit(from: place + 1)
    }
  }

  private mutating func use(_ place: Int) {
    isUsed[place] = true
    nextFree[place] = Int32(place + 1)
  }

  private mutating func freeUnit(from place: Int) -> Int {
    var root = place
    while root < nextFree.count, Int(nextFree[root]) != root { root = Int(nextFree[root]) }
    if root >= nextFree.count { grow(to: max(root + 1, isUsed.count * 2)) }
    var step = place
    while step < root {
      let next = Int(nextFree[step])
      nextFree[step] = Int32(root)
      step = next
    }
    return root
  }

  private mutating func grow(to count: Int) {
    units += [UInt64](repeating: 0, count: count - units.count)
    isBase += [Bool](repeating: false, count: count - isBase.count)
    nextFree += (nextFree.count..<count).map { Int32($0) }
    isUsed += [Bool](repeating: false, count: count - isUsed.count)
  }
}

/// The trie as ranges over the sorted tokens: node = the tokens that share a prefix.
private struct TrieNodes {
  private struct Node {
    let range: Range<Int>
    let depth: Int
    let id: TokenID
    var lowestRank: TokenID
    var children: [(label: UInt8, node: Int)] = []
  }

  private var nodes: [Node] = []

  init(_ ranks: RankList) {
    let tokens = ranks.tokens
    let order = tokens.indices.sorted { tokens[$0].lexicographicallyPrecedes(tokens[$1]) }
    nodes.append(Node(range: 0..<order.count, depth: 0, id: PackLayout.noToken, lowestRank: 0))
    var next = 0
    while next < nodes.count {
      let node = nodes[next]
      var start = node.range.lowerBound
      if start < node.range.upperBound, tokens[order[start]].count == node.depth { start += 1 }
      while start < node.range.upperBound {
        let label = tokens[order[start]][node.depth]
        var end = start + 1
        while end < node.range.upperBound, tokens[order[end]][node.depth] == label { end += 1 }
        let isToken = tokens[order[start]].count == node.depth + 1
        let lowest = order[start..<end].min() ?? 0
        nodes[next].children.append((label, nodes.count))
        nodes.append(
          Node(
            range: start..<end, depth: node.depth + 1, id: isToken ? TokenID(order[start]) : PackLayout.noToken,
            lowestRank: TokenID(lowest)))
        start = end
      }
      next += 1
    }
  }

  func children(of node: Int) -> [(label: UInt8, node: Int)] { nodes[node].children }
  func id(of node: Int) -> TokenID { nodes[node].id }
  func lowestRank(of node: Int) -> TokenID { nodes[node].lowestRank }
}

/// A binary heap of trie nodes, lowest rank first, then in the order they came.
private struct RankQueue {
  private var heap: [(key: UInt64, node: Int, unit: Int)] = []
  private var pushed: UInt64 = 0

  mutating func push(rank: TokenID, node: Int, unit: Int) {
    heap.append((UInt64(rank) << 32 | pushed, node, unit))
    pushed += 1
    var index = heap.count - 1
    while index > 0, heap[index].key < heap[(index - 1) / 2].key {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  mutating func pop() -> (node: Int, unit: Int)? {
    guard let first = heap.first else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var index = 0
    while 2 * index + 1 < heap.count {
      var child = 2 * index + 1
      if child + 1 < heap.count, heap[child + 1].key < heap[child].key { child += 1 }
      guard heap[child].key < heap[index].key else { break }
      heap.swapAt(index, child)
      index = child
    }
    return (first.node, first.unit)
  }
}
