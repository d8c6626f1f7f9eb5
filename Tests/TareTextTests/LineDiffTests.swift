import TareText
import Testing

struct LineDiffTests {
  /// Texts whose pairs meet every shape of change: empty sides, no last newline, CRLF, lone CR, repeated lines.
  static let texts = [
    "", "\n", "a", "a\n", "a\nb\n", "b\na\n", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n",
    "a\nX\nc\nd\ne\nf\ng\nh\ni\nj\nY\nl\n",
    "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl", "a\r\nb\r\n", "a\rb\n", "a\ra\rb", "x\nx\nx\nx\n", "x\nx\n",
    "-\n+\n @@\n\\\n", "é\n中\n😀",
  ]
  static let pairs = texts.flatMap { before in texts.map { (before, $0) } }

  @Test(arguments: pairs)
  func `the operations rebuild the text after from the text before`(before: String, after: String) {
    let (old, new) = (lines(before), lines(after))
    let diff = LineDiff(before: SourceText(before), after: SourceText(after))
    var rebuilt: [String] = []
    var consumed = 0
    for operation in diff.operations {
      switch operation {
      case .keep(let from, let to):
        #expect(from.lowerBound == consumed)
        #expect(Array(old[from]) == Array(new[to]))
        rebuilt += old[from]
        consumed = from.upperBound
      case .delete(let from):
        #expect(from.lowerBound == consumed)
        consumed = from.upperBound
      case .insert(let to): rebuilt += new[to]
      }
    }
    #expect(consumed == old.count)
    #expect(rebuilt.joined() == after)
    #expect(diff.isEmpty == (before == after))
  }

  @Test(arguments: pairs, [0, 1, 3])
  func `a patch made by the unified diff leads from the text before to the text after`(
    pair: (String, String), context: Int
  ) throws {
    let (before, after) = (SourceText(pair.0), SourceText(pair.1))
    let patch = LineDiff(before: before, after: after)
      .unified(before: before, after: after, oldName: "a/p", newName: "b/p", context: context)
    #expect(try UnifiedPatch(patch).applied(to: lines(pair.0)).joined() == pair.1)
    #expect(patch.isEmpty == (pair.0 == pair.1))
  }

  @Test(arguments: pairs)
  func `the edits of a difference make the text after`(before: String, after: String) throws {
    let (old, new) = (SourceText(before), SourceText(after))
    let edits = LineDiff(before: old, after: new).edits(before: old, after: new)
    #expect(try old.applying(edits).utf8 == new.utf8)
    #expect(edits.isEmpty == (before == after))
  }

  @Test func `a diff reads as diff -u writes it`() {
    let (before, after) = (SourceText("a\nb\nc\n"), SourceText("a\nB\nc\nd"))
    let patch = LineDiff(before: before, after: after)
      .unified(before: before, after: after, oldName: "old", newName: "new")
    #expect(
      patch == """
        --- old
        +++ new
        @@ -1,3 +1,4 @@
         a
        -b
        +B
         c
        +d
        \\ No newline at end of file

        """)
  }

  @Test func `a text that becomes empty and one that was empty have line 0`() {
    let (empty, full) = (SourceText(""), SourceText("a\n"))
    let added = LineDiff(before: empty, after: full).unified(before: empty, after: full, oldName: "o", newName: "n")
    let removed = LineDiff(before: full, after: empty).unified(before: full, after: empty, oldName: "o", newName: "n")
    #expect(added.contains("@@ -0,0 +1 @@\n+a\n"))
    #expect(removed.contains("@@ -1 +0,0 @@\n-a\n"))
  }

  @Test func `texts too different to search are one replacement between what they share`() {
    let before = SourceText("same\n" + (0..<2_500).map { "old \($0)\n" }.joined() + "end\n")
    let after = SourceText("same\n" + (0..<2_500).map { "new \($0)\n" }.joined() + "end\n")
    #expect(
      LineDiff(before: before, after: after).operations == [
        .keep(before: 0..<1, after: 0..<1), .delete(before: 1..<2_501), .insert(after: 1..<2_501),
        .keep(before: 2_501..<2_502, after: 2_501..<2_502),
      ])
  }

  private func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var current: [UInt8] = []
    for byte in text.utf8 {
      current.append(byte)
      if byte == 0x0A {
        lines.append(String(decoding: current, as: UTF8.self))
        current = []
      }
    }
    return current.isEmpty ? lines : lines + [String(decoding: current, as: UTF8.self)]
  }
}

/// A strict reader of unified diffs: every count in a header and every context line has to be right.
private struct UnifiedPatch {
  struct Mismatch: Error { let reason: String }
  private struct Hunk {
    var start: Int
    var oldCount: Int
    var newCount: Int
    var lines: [(mark: Character, text: String)] = []
  }
  private var hunks: [Hunk] = []

  init(_ patch: String) throws {
    // CRLF is one `Character`, so the text is split at scalars.
    var rest = patch.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }[...]
    if rest.last == "" { rest.removeLast() }
    if patch.isEmpty { return }
    guard rest.popFirst()?.hasPrefix("--- ") == true, rest.popFirst()?.hasPrefix("+++ ") == true else {
      throw Mismatch(reason: "no file names")
    }
    for line in rest { try read(line) }
  }

  private mutating func read(_ line: String) throws {
    if line.hasPrefix("@@ -") {
      let sides = line.split(separator: " ")
      let (old, new) = (numbers(sides[1]), numbers(sides[2]))
      hunks.append(Hunk(start: old.count == 0 ? old.start : old.start - 1, oldCount: old.count, newCount: new.count))
    } else if line.hasPrefix("\\") {
      let last = hunks[hunks.count - 1].lines.count - 1
      hunks[hunks.count - 1].lines[last].text.unicodeScalars.removeLast()
    } else {
      let scalars = line.unicodeScalars
      guard let mark = scalars.first else { throw Mismatch(reason: "an empty line") }
      hunks[hunks.count - 1].lines.append((Character(mark), String(scalars.dropFirst()) + "\n"))
    }
  }

  private func numbers(_ side: Substring) -> (start: Int, count: Int) {
    let parts = side.dropFirst().split(separator: ",").compactMap { Int($0) }
    return (parts[0], parts.count > 1 ? parts[1] : 1)
  }

  func applied(to old: [String]) throws -> [String] {
    var output: [String] = []
    var next = 0
    for hunk in hunks {
      output += old[next..<hunk.start]
      next = hunk.start
      for (mark, text) in hunk.lines {
        if mark != "+" {
          guard next < old.count, old[next] == text else { throw Mismatch(reason: "line \(next) is not \(text)") }
          next += 1
        }
        if mark != "-" { output.append(text) }
      }
      let counts = (hunk.lines.count { $0.mark != "+" }, hunk.lines.count { $0.mark != "-" })
      guard counts == (hunk.oldCount, hunk.newCount) else { throw Mismatch(reason: "counts are \(counts)") }
    }
    return output + old[next...]
  }
}
