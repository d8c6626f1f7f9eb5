/// Merges the symbols of a piece one pair after the other: the pair of lowest rank first, the leftmost of equals.
///
/// What ``Backtracking`` finds without merging it finds from the ranks of tokens, which say when each was made. They do
/// not where a token comes before its parts in the list of merges: then as soon as a part is made, so is the token, even
/// before the same part further to the right. Such lists are rare (Gemma's, for runs of spaces and of newlines), and so
/// are the pieces that have such tokens in them: see ``Vocabulary/mayHaveEarlyTokens(_:_:_:)``.
///
/// ```
/// symbols   a  a  a  a      waiting  (rank, place of the left part), least first: a heap
/// next      1  2  3  4      links over the symbols that are left; a part that went into another has no token
/// ```
struct QueueMerging {
  private let vocabulary: Vocabulary
  private var tokens: [TokenID] = []
  private var next: [Int] = []
  private var previous: [Int] = []
  /// Ranks above places, 21 and 43 bits. An entry that is no longer true is passed over.
  private var waiting: [UInt64] = []

  init(_ text: TextCursor, _ start: Int, _ end: Int, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    var place = start
    while place < end {
      let length = vocabulary.mergesCharacters ? text.scalarValue(place, end).length : 1
      let symbol = vocabulary.longestMatch(text, place, min(end, place + max(1, length)))
      tokens.append(symbol)
      place += max(1, vocabulary.length(symbol))
    }
    next = tokens.indices.map { $0 + 1 }
    previous = tokens.indices.map { $0 - 1 }
    for left in tokens.indices { wait(left) }
  }

  /// Calls `write` with the number and the rank of each token.
  ///
  /// - Returns: How many there are.
  mutating func run(_ write: (Int, TokenID) -> Void) -> Int {
    while let first = pop() { merge(Int(first & (1 << 43 - 1)), TokenID(first >> 43)) }
    var count = 0
    var place = 0
    while place < tokens.count {
      write(count, tokens[place])
      count += 1
      place = next[place]
    }
    return count
  }

  private mutating func merge(_ left: Int, _ result: TokenID) {
    guard tokens[left] != PackLayout.noToken, next[left] < tokens.count else { return }
    let right = next[left]
    guard vocabulary.merged(tokens[left], tokens[right]) == result else { return }
    tokens[left] = result
    tokens[right] = PackLayout.noToken
    next[left] = next[right]
    if next[left] < tokens.count { previous[next[left]] = left }
    wait(left)
    if previous[left] >= 0 { wait(previous[left]) }
  }

  /// Puts the pair that begins at `left` into the queue, where it can merge.
  private mutating func wait(_ left: Int) {
    guard next[left] < tokens.count else { return }
    let result = vocabulary.merged(tokens[left], tokens[next[left]])
    if result != PackLayout.noToken { push(UInt64(result) << 43 | UInt64(left)) }
  }

  // MARK: Queue

  private mutating func push(_ entry: UInt64) {
    waiting.append(entry)
    var index = waiting.count - 1
    while index > 0, waiting[index] < waiting[(index - 1) / 2] {
      waiting.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func pop() -> UInt64? {
    guard let first = waiting.first, let last = waiting.popLast() else { return nil }
    if waiting.isEmpty { return first }
    waiting[0] = last
    var index = 0
    while 2 * index + 1 < waiting.count {
      var child = 2 * index + 1
      if child + 1 < waiting.count, waiting[child + 1] < waiting[child] { child += 1 }
      guard waiting[child] < waiting[index] else { break }
      waiting.swapAt(index, child)
      index = child
    }
    return first
  }
}
