/// Splits text by patterns that were read at run time, one after the other: the first divides the text into its
/// matches and what lies between them, the next divides each of those as a text of its own, and so on.
///
/// ```
/// text      ab 1234中
/// \p{N}{1,3}  [ab ][123][4][中]
/// \s+|\S+     [ab][ ][123][4][中]
/// ```
/// It goes through one text from the beginning to the end and remembers where the parts it is in end.
struct SplitPreTokenizer: PreTokenizer {
  private let state: State

  init(_ steps: [PatternTable]) {
    state = State(steps)
  }

  /// The patterns of an encoding that has no scanner; none for the others.
  init(_ splitting: Splitting) {
    if case .tables(let tables) = splitting { self.init(tables) } else { self.init([]) }
  }

  func pieceEnd(_ text: TextCursor, _ start: Int) -> Int { state.pieceEnd(text, start) }

  /// Whether the piece found last might end elsewhere, or be divided, if the text went on behind its end.
  var dependsOnEnd: Bool { state.dependsOnEnd }

  /// The furthest place looked at so far.
  var furthest: Int { state.furthest }

  private final class State {
    private var scanners: [PatternScanner]
    /// For each step, the end of the part that was found last.
    private var ends: [Int]
    /// The end of the piece found last: from any other place the steps are begun anew.
    private var last = 0
    private(set) var dependsOnEnd = false

    init(_ steps: [PatternTable]) {
      scanners = steps.map { PatternScanner($0) }
      ends = steps.map { _ in 0 }
    }

    /// Without any step the only piece ends where the text does.
    var furthest: Int { scanners.isEmpty ? last : scanners.reduce(0) { max($0, $1.furthest) } }

    func pieceEnd(_ text: TextCursor, _ start: Int) -> Int {
      if start != last { for step in ends.indices { ends[step] = start } }
      var limit = text.end
      for step in scanners.indices {
        if ends[step] <= start { ends[step] = partEnd(step, text, start, limit) }
        limit = ends[step]
      }
      last = limit
      dependsOnEnd = furthest >= text.end
      return limit
    }

    /// The end of the match at `start` or, where none begins there, of the stretch before the next one.
    private func partEnd(_ step: Int, _ text: TextCursor, _ start: Int, _ limit: Int) -> Int {
      if let end = scanners[step].matchEnd(text, start, limit) { return end }
      var offset = start
      repeat {
        offset += text.scalarValue(offset, limit).length
      } while offset < limit && scanners[step].matchEnd(text, offset, limit) == nil
      return offset
    }
  }
}
