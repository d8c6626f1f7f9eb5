import TareText

/// Which lines of a prompt lie in zones.
public struct PromptZones: Sendable {
  /// The zones in the order in which they begin; one may hold others, or lap over them.
  public let all: [PromptZone]
  private let kinds: [PromptZone.Kinds]
  private let labelled: Set<Int>

  /// What the line with that index lies in; nothing for the prompt's own words.
  public func kinds(ofLine line: Int) -> PromptZone.Kinds { kinds.indices.contains(line) ? kinds[line] : [] }

  /// Whether the line begins with a label of a dialogue or a worked example, such as `Input:`.
  public func isLabelled(_ line: Int) -> Bool { labelled.contains(line) }

  /// The stretches of lines that lie in zones of `kind`, each line in one of them.
  public func outermost(_ kind: PromptZone.Kind) -> [Range<Int>] {
    all.lazy.filter { $0.kind == kind }.reduce(into: []) { stretches, zone in
      if let last = stretches.last, zone.lines.lowerBound < last.upperBound {
        stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, zone.lines.upperBound)
      } else {
        stretches.append(zone.lines)
      }
    }
  }

  /// The zones of a file that has no text of its own.
  init() { (all, kinds, labelled) = ([], [], []) }

  /// The zones of a prompt with these facts.
  ///
  /// - Complexity: O(*n* log *n*) in bytes.
  init(
    _ lines: [PromptLine], _ blocks: [PromptBlock], _ sections: [PromptSection], _ placeholders: [Placeholder],
    _ source: SourceText
  ) {
    let labels = LabelledZones(lines, source)
    let quotes = blocks.filter { $0.kind == .quote }.map { PromptZone(kind: .quote, lines: $0.lines) }
    let found =
      quotes + TaggedZones(lines, source).found + sections.compactMap(PromptZone.init(titled:)) + labels.found
      + TimedZones(lines, source).found + filledLines(lines, placeholders, source)
    all = found.sorted { ($0.lines.lowerBound, $1.lines.upperBound) < ($1.lines.lowerBound, $0.lines.upperBound) }
    kinds = Self.kinds(of: all, lineCount: lines.count)
    labelled = labels.labelled
  }

  /// How many zones of each kind are open on each line, and from that the kinds: zones may be nested as deep as a file has
  /// lines, so none is walked through.
  private static func kinds(of zones: [PromptZone], lineCount: Int) -> [PromptZone.Kinds] {
    guard !zones.isEmpty else { return [] }
    var kinds = [PromptZone.Kinds](repeating: [], count: lineCount)
    for kind in PromptZone.Kind.allCases {
      var change = [Int](repeating: 0, count: lineCount + 1)
      for zone in zones where zone.kind == kind {
        change[zone.lines.lowerBound] += 1
        change[zone.lines.upperBound] -= 1
      }
      var open = 0
      for line in kinds.indices {
        open += change[line]
        if open > 0 { kinds[line].formUnion(PromptZone.Kinds(kind)) }
      }
    }
    return kinds
  }
}

/// The lines on which nothing stands but values that a template fills in.
private func filledLines(_ lines: [PromptLine], _ placeholders: [Placeholder], _ source: SourceText) -> [PromptZone] {
  placeholders.filter { !$0.isControl }.compactMap { placeholder in
    let line = source.lineIndex(at: placeholder.range.start)
    guard lines.indices.contains(line), lines[line].range.contains(placeholder.range) else { return nil }
    let before = source.utf8[lines[line].range.start..<placeholder.range.start]
    let behind = source.utf8[placeholder.range.end..<lines[line].range.end]
    // The ends of a line that holds a hundred thousand of them are not looked at for each.
    guard before.first.map(isBlank) ?? true, behind.last.map(isBlank) ?? true else { return nil }
    return before.allSatisfy(isBlank) && behind.allSatisfy(isBlank)
      ? PromptZone(kind: .data, lines: line..<(line + 1)) : nil
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
