extension LineDiff {
  /// The diff as `diff -u` writes it, ready for `patch` and `git apply`.
  ///
  /// - Parameters:
  ///   - before: The text the diff was made from.
  ///   - after: The text the diff leads to.
  ///   - oldName: What stands behind `---`.
  ///   - newName: What stands behind `+++`.
  ///   - context: How many equal lines surround a change.
  /// - Returns: The empty string when the texts are equal.
  public func unified(
    before: SourceText, after: SourceText, oldName: String, newName: String, context: Int = 3
  ) -> String {
    let hunks = hunks(context: context)
    guard !hunks.isEmpty else { return "" }
    let (old, new) = (linesEndingInLF(before), linesEndingInLF(after))
    var lines = ["--- \(oldName)", "+++ \(newName)"]
    for hunk in hunks {
      lines.append(hunk.header)
      for line in hunk.lines {
        switch line {
        case .keep(let index): lines += patchLine(" ", before, old[index])
        case .delete(let index): lines += patchLine("-", before, old[index])
        case .insert(let index): lines += patchLine("+", after, new[index])
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func patchLine(_ mark: String, _ text: SourceText, _ range: SourceRange) -> [String] {
    let bytes = text.bytes(in: range)
    guard bytes.last == 0x0A else { return [mark + text.string(in: range), "\\ No newline at end of file"] }
    return [mark + text.string(in: SourceRange(range.start, range.end - 1))]
  }

  private func hunks(context: Int) -> [Hunk] {
    var hunks: [Hunk] = []
    var current: Hunk?
    var kept: [Hunk.Line] = []
    var old = 0
    var new = 0
    for line in operations.flatMap(\.lines) {
      if case .keep = line {
        kept.append(line)
      } else {
        if current != nil, kept.count > 2 * context {
          current?.append(kept.prefix(context))
          if let current { hunks.append(current) }
          current = nil
        }
        let leading = current == nil ? kept.suffix(context) : kept[...]
        if current == nil { current = Hunk(old: old - leading.count, new: new - leading.count) }
        current?.append(leading)
        current?.append([line])
        kept = []
      }
      switch line {
      case .keep: (old, new) = (old + 1, new + 1)
      case .delete: old += 1
      case .insert: new += 1
      }
    }
    current?.append(kept.prefix(context))
    return hunks + (current.map { [$0] } ?? [])
  }
}

extension LineDiff.Operation {
  fileprivate var lines: [Hunk.Line] {
    switch self {
    case .keep(let before, _): before.map { .keep($0) }
    case .delete(let before): before.map { .delete($0) }
    case .insert(let after): after.map { .insert($0) }
    }
  }
}

/// One `@@` block.
private struct Hunk {
  enum Line {
    case keep(Int)
    case delete(Int)
    case insert(Int)
  }

  let old: Int
  let new: Int
  private(set) var lines: [Line] = []

  init(old: Int, new: Int) {
    self.old = old
    self.new = new
  }

  mutating func append(_ more: some Sequence<Line>) { lines += more }

  var header: String {
    let oldCount = lines.count { if case .insert = $0 { false } else { true } }
    let newCount = lines.count { if case .delete = $0 { false } else { true } }
    return "@@ -\(place(old, oldCount)) +\(place(new, newCount)) @@"
  }

  /// Unified diffs number lines from 1, name line 0 for an empty side, and leave a count of 1 out.
  private func place(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }
}
