/// How many of a text's tokens belong to each of its ranges.
///
/// ```
/// text      | You are| helpful|.|\n|Be brief.|
/// tokens      ▲    ▲   ▲       ▲ ▲  ▲ ▲    ▲     each belongs where its first byte lies
/// ranges    └──── line 1 ────────┘└── line 2 ─┘
/// ```
/// A token belongs to the range in which its first byte lies. So the counts of ranges that make up the text sum to the
/// count of the whole, and a range inside another never has more than it: nothing is counted twice or lost, unlike in
/// counts of the ranges as texts of their own, which split and merge otherwise at their ends.
///
/// For an encoding that wants a normal form, the text is to be in it: see ``Encoding/normalForm``.
public struct RangeCounts: Sendable {
  private let edges: [Int]
  private let begun: [Int]
  /// The number of tokens of the whole text.
  public let total: Int

  /// Counts the tokens of `utf8` between `edges`.
  ///
  /// - Parameter edges: Where ranges begin and end, in any order; one outside the text is taken as its nearer end.
  /// - Complexity: O(*n* + *e* log *e*) for *n* bytes and *e* edges; the text is gone over once.
  public init(of utf8: Span<UInt8>, edges: [Int], _ tokenizer: Tokenizer) {
    let sorted = edges.sorted()
    var pass = EdgePass(sorted)
    unsafe utf8.withUnsafeBufferPointer { bytes in
      unsafe tokenizer.withWalk(bytes) { pass.run(&$0) }
    }
    self.edges = sorted
    begun = pass.begun
    total = pass.total
  }

  /// The number of tokens that begin before `offset`, up to the last edge at or before it.
  ///
  /// - Complexity: O(log *e*).
  public func tokens(before offset: Int) -> Int {
    let index = edges.orderedPrefix { $0 <= offset }
    return index == 0 ? 0 : begun[index - 1]
  }

  /// The number of tokens that begin in `range`, whose bounds are edges.
  ///
  /// - Complexity: O(log *e*).
  public subscript(range: Range<Int>) -> Int { tokens(before: range.upperBound) - tokens(before: range.lowerBound) }
}

/// One pass over a text that notes at each edge how many tokens began before it.
private struct EdgePass {
  private let edges: [Int]
  private(set) var begun: [Int] = []
  private(set) var total = 0

  init(_ edges: [Int]) {
    self.edges = edges
    begun.reserveCapacity(edges.count)
  }

  mutating func run(_ walk: inout PieceWalk) {
    var start = 0
    while start < walk.end {
      let end = walk.pieceEnd(start)
      note(upTo: start, total)
      if let edge = nextEdge, edge < end {
        noteInside(&walk, start, end)
      } else {
        total += walk.count(start, end)
      }
      start = end
    }
    note(upTo: .max, total)
  }

  private var nextEdge: Int? { begun.count < edges.count ? edges[begun.count] : nil }

  private mutating func note(upTo offset: Int, _ tokens: Int) {
    while let edge = nextEdge, edge <= offset { begun.append(tokens) }
  }

  /// Notes the edges inside a piece, whose tokens are then needed one by one.
  private mutating func noteInside(_ walk: inout PieceWalk, _ start: Int, _ end: Int) {
    var place = start
    for (_, next) in walk.tokens(start, end) {
      note(upTo: place, total)
      total += 1
      place = next
    }
  }
}
