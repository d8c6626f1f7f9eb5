/// The lines that differ between two texts, as a unified diff shows them.
///
/// A line here ends behind LF and nothing else, because that is what `patch` and git take for a line; a lone CR,
/// which ``SourceText`` shows as a line end, is a byte like any other. An empty text has no line.
public struct LineDiff: Sendable, Hashable {
  /// What happened to a run of lines.
  public enum Operation: Sendable, Hashable {
    /// Lines of both texts, the same to the byte.
    case keep(before: Range<Int>, after: Range<Int>)
    /// Lines only the text before has.
    case delete(before: Range<Int>)
    /// Lines only the text after has.
    case insert(after: Range<Int>)
  }

  /// The runs from the first line to the last; line numbers count from 0.
  public let operations: [Operation]

  /// The most steps the search for a shortest diff may take; past it the differing middle is one replacement,
  /// which is still a correct diff, only not the shortest.
  static let searchLimit = 4_000_000

  /// Compares two texts line by line, line endings included.
  ///
  /// - Complexity: O((*n* + *m*) *d*) for *d* differing lines, bounded by a constant number of steps.
  public init(before: SourceText, after: SourceText) {
    var numbering = LineNumbering()
    let old = numbering.numbers(of: before)
    let new = numbering.numbers(of: after)
    var prefix = 0
    while prefix < min(old.count, new.count), old[prefix] == new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < min(old.count, new.count) - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] {
      suffix += 1
    }
    let oldMiddle = prefix..<(old.count - suffix)
    let newMiddle = prefix..<(new.count - suffix)
    var runs = RunBuilder()
    for _ in 0..<prefix { runs.keep() }
    if oldMiddle.count * newMiddle.count <= Self.searchLimit {
      runs.merge(Array(old[oldMiddle]), Array(new[newMiddle]))
    } else {
      for _ in oldMiddle { runs.delete() }
      for _ in newMiddle { runs.insert() }
    }
    for _ in 0..<suffix { runs.keep() }
    operations = runs.finish()
  }

  /// Whether the texts have the same lines.
  public var isEmpty: Bool {
    operations.allSatisfy { if case .keep = $0 { true } else { false } }
  }
}

/// The lines of a text, each ending behind its LF; the last may have none.
func linesEndingInLF(_ text: SourceText) -> [SourceRange] {
  var lines: [SourceRange] = []
  var start = 0
  while start < text.utf8.count {
    let end = text.utf8[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.utf8.count
    lines.append(SourceRange(start, end))
    start = end
  }
  return lines
}

/// Gives equal lines equal numbers, so that the search compares integers and not texts.
private struct LineNumbering {
  private var known: [ArraySlice<UInt8>: Int] = [:]

  mutating func numbers(of text: SourceText) -> [Int] {
    linesEndingInLF(text).map { line in
      let bytes = text.bytes(in: line)
      let number = known[bytes] ?? known.count
      known[bytes] = number
      return number
    }
  }
}

/// Collects single lines into runs, deletions before insertions.
private struct RunBuilder {
  private var operations: [LineDiff.Operation] = []
  private var old = 0
  private var new = 0
  private var keptFrom: (old: Int, new: Int) = (0, 0)
  private var deletedFrom = 0
  private var insertedFrom = 0

  mutating func keep() {
    flushChange()
    old += 1
    new += 1
    deletedFrom = old
    insertedFrom = new
  }

  mutating func delete() {
    flushKept()
    old += 1
  }

  mutating func insert() {
    flushKept()
    new += 1
  }

  /// Walks both runs by the standard library's difference, which is Myers' algorithm.
  mutating func merge(_ before: [Int], _ after: [Int]) {
    let difference = after.difference(from: before)
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var left = 0
    var right = 0
    while left < before.count || right < after.count {
      if removed.contains(left) {
        delete()
        left += 1
      } else if inserted.contains(right) {
        insert()
        right += 1
      } else {
        keep()
        left += 1
        right += 1
      }
    }
  }

  mutating func finish() -> [LineDiff.Operation] {
    flushChange()
    flushKept()
    return operations
  }

  private mutating func flushKept() {
    if keptFrom.old < deletedFrom || keptFrom.new < insertedFrom {
      operations.append(.keep(before: keptFrom.old..<deletedFrom, after: keptFrom.new..<insertedFrom))
    }
    keptFrom = (deletedFrom, insertedFrom)
  }

  private mutating func flushChange() {
    guard deletedFrom < old || insertedFrom < new else { return }
    if deletedFrom < old { operations.append(.delete(before: deletedFrom..<old)) }
    if insertedFrom < new { operations.append(.insert(after: insertedFrom..<new)) }
    deletedFrom = old
    insertedFrom = new
    keptFrom = (old, new)
  }
}
