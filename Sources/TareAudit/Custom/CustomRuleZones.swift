import TarePrompts
import TareText

/// The stretches of a document in which a rule of the user's own looks: neighbouring lines of its zones are one.
struct CustomRuleZones {
  private let document: PromptDocument
  private let zones: Set<CustomRule.Zone>
  private let skipped: PromptZone.Kinds

  init(_ document: PromptDocument, _ zones: Set<CustomRule.Zone>, skipping kinds: Set<PromptZone.Kind> = []) {
    self.document = document
    self.zones = zones
    skipped = kinds.reduce(into: []) { $0.formUnion(PromptZone.Kinds($1)) }
  }

  /// The stretches, in order, none touching another.
  var regions: [SourceRange] {
    var regions: [SourceRange] = []
    for range in wanted where !range.isEmpty {
      if let last = regions.last, isLineEnding(last.end, range.start) {
        regions[regions.count - 1] = SourceRange(last.start, range.end)
      } else {
        regions.append(range)
      }
    }
    return regions
  }

  /// The wanted stretches of each line.
  private var wanted: [SourceRange] {
    if zones.contains(.all) {
      return document.lines.indices.filter { isSent(document.lines[$0].kind) && !isSkipped($0) }
        .map { document.lines[$0].range }
    }
    let code = document.inlineSpans.filter { $0.kind == .code }.map(\.range)
    var next = 0
    return document.lines.enumerated().flatMap { index, line -> [SourceRange] in
      guard let zone = zone(of: line.kind), !isSkipped(index) else { return [] }
      guard zone == .prose || zone == .heading || zone == .table else {
        return zones.contains(zone) ? [line.range] : []
      }
      while next < code.count, code[next].end <= line.range.start { next += 1 }
      return parts(of: line.range, around: code[next...], zone)
    }
  }

  /// A line in its code and what stands between.
  private func parts(of line: SourceRange, around code: ArraySlice<SourceRange>, _ zone: CustomRule.Zone)
    -> [SourceRange]
  {
    var parts: [SourceRange] = []
    var start = line.start
    for span in code {
      guard span.start < line.end else { break }
      let inside = SourceRange(max(span.start, start), max(min(span.end, line.end), max(span.start, start)))
      if zones.contains(zone) { parts.append(SourceRange(start, inside.start)) }
      if zones.contains(.code) { parts.append(inside) }
      start = inside.end
    }
    return zones.contains(zone) ? parts + [SourceRange(start, line.end)] : parts
  }

  private func zone(of kind: PromptLine.Kind) -> CustomRule.Zone? {
    switch kind {
    case .prose: .prose
    case .heading: .heading
    case .table: .table
    case .code: .code
    case .html: .html
    case .blank, .other, .frontMatter, .notSent: nil
    }
  }

  private func isSkipped(_ line: Int) -> Bool { !document.zones.kinds(ofLine: line).isDisjoint(with: skipped) }

  private func isSent(_ kind: PromptLine.Kind) -> Bool { kind != .frontMatter && kind != .notSent }

  /// Whether nothing but one line ending stands between two offsets.
  private func isLineEnding(_ start: Int, _ end: Int) -> Bool {
    start == end
      || end - start <= 2 && document.source.utf8[start..<end].allSatisfy { $0 == 0x0A || $0 == 0x0D }
        && document.source.lineIndex(at: end) == document.source.lineIndex(at: start) + 1
  }
}
