import TareText

/// Spans that cover a file from its first byte to its last, built in layers.
struct SpanTiling {
  private(set) var spans: [PromptSpan]

  /// One span over `length` bytes, or none over nothing.
  init(length: Int, _ kind: PromptSpan.Kind) {
    spans = length > 0 ? [PromptSpan(kind: kind, range: SourceRange(0, length))] : []
  }

  /// Lays `layer` over what is there; where two of its spans overlap, the first keeps its bytes.
  ///
  /// - Complexity: O(*s* log *s*) in spans.
  mutating func lay(_ layer: [PromptSpan]) {
    let layer = layer.filter { !$0.range.isEmpty }.sorted { $0.range < $1.range }
    guard !layer.isEmpty, let end = spans.last?.range.end else { return }
    var tiles: [PromptSpan] = []
    var below = spans[...]
    var covered = 0
    for span in layer {
      let start = max(span.range.start, covered)
      let stop = min(span.range.end, end)
      guard start < stop else { continue }
      Self.take(upTo: start, from: covered, &below, &tiles)
      Self.append(PromptSpan(kind: span.kind, range: SourceRange(start, stop)), &tiles)
      covered = stop
    }
    Self.take(upTo: end, from: covered, &below, &tiles)
    spans = tiles
  }

  /// Moves what lies between two offsets from the lower layer to the tiles.
  private static func take(
    upTo end: Int, from start: Int, _ below: inout ArraySlice<PromptSpan>, _ tiles: inout [PromptSpan]
  ) {
    var start = start
    while start < end, let tile = below.first {
      let stop = min(tile.range.end, end)
      if stop > start { append(PromptSpan(kind: tile.kind, range: SourceRange(start, stop)), &tiles) }
      start = max(start, stop)
      guard tile.range.end <= end else { break }
      below.removeFirst()
    }
  }

  /// Joins neighbours of a kind that has no parts worth telling apart.
  private static func append(_ span: PromptSpan, _ tiles: inout [PromptSpan]) {
    if let last = tiles.last, last.kind == span.kind, span.kind == .text || span.kind == .structure {
      tiles[tiles.count - 1] = PromptSpan(kind: span.kind, range: SourceRange(last.range.start, span.range.end))
    } else {
      tiles.append(span)
    }
  }
}
