import TareText

/// The lines of a text that differ from what it was.
struct ChangedLines {
  private let source: SourceText
  /// The bytes of each run of lines that are new, in order.
  private let changed: [SourceRange]

  /// The lines of `source` that `base` has not; all of them without a base.
  init(of source: SourceText, since base: SourceText?) {
    self.source = source
    guard let base else {
      changed = [source.range]
      return
    }
    let starts = Self.lineStarts(source)
    changed = LineDiff(before: base, after: source).operations.compactMap { operation in
      guard case .insert(let lines) = operation else { return nil }
      let end = lines.upperBound < starts.count ? starts[lines.upperBound] : source.utf8.count
      return SourceRange(starts[lines.lowerBound], end)
    }
  }

  /// Whether `range` touches a line that is new. What has no extent and stands at the start of the file is about all of
  /// it, and touched by any change.
  func touches(_ range: SourceRange) -> Bool {
    if range.isEmpty, range.start <= source.byteOrderMarkLength { return !changed.isEmpty }
    return changed.contains { $0.start < max(range.end, range.start + 1) && range.start < max($0.end, $0.start + 1) }
  }

  /// Where lines begin as a diff takes them: behind LF and nothing else.
  private static func lineStarts(_ source: SourceText) -> [Int] {
    [0] + source.utf8.indices.filter { source.utf8[$0] == 0x0A }.map { $0 + 1 }
  }
}
