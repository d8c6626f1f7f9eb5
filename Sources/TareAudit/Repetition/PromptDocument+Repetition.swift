import TarePrompts

extension PromptDocument {
  /// Whether `line` stands where a text repeats itself on purpose, or somebody else's words are.
  func expectsRepetition(at line: Int) -> Bool {
    !zones.kinds(ofLine: line).isDisjoint(with: [.example, .data, .form])
  }

  /// Whether `line` stands among worked examples or in something pasted.
  func isShown(_ line: Int) -> Bool {
    !zones.kinds(ofLine: line).isDisjoint(with: [.example, .data])
  }

  /// Whether `lines` are all that stands below a heading: without them it would head nothing.
  func isBody(_ lines: Range<Int>) -> Bool {
    let before = self.lines[..<lines.lowerBound].last { $0.kind != .blank }
    let behind = self.lines[lines.upperBound...].first { $0.kind != .blank }
    return before?.kind == .heading && (behind == nil || behind?.kind == .heading)
  }

  /// The lines of a template that stand in blocks: of two of them that are alike perhaps one is sent.
  var linesInBlocks: SortedRanges { SortedRanges(placeholders.isEmpty ? [] : TemplateBlocks(self).ranges) }

  /// Whether a template chooses between texts, so that of two that are alike perhaps one is sent.
  var hasBranches: Bool {
    placeholders.contains { mark in
      mark.isControl && !mark.isComment && !mark.name.hasPrefix("role ") && !mark.name.hasPrefix("section ")
    }
  }
}
