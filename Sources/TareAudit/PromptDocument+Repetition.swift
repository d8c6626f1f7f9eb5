import TarePrompts
import TareText

/// What may stand in front of a label, in bytes: quotations, lists and emphasis.
private let leadingMarks = Array(" \t>-*#".utf8)
/// No label is longer than this, in bytes.
private let longestLabel = 24

extension PromptDocument {
  /// Whether `line` stands in a section that repeats itself on purpose: examples, templates.
  func expectsRepetition(at line: Int) -> Bool {
    sections(around: line).contains { section in
      let title = section.title.lowercased()
      return AuditWords.shared[.repeatingTitles].contains { title.contains($0) }
    }
  }

  /// Whether `line` begins with a label of a dialogue or a worked example.
  func isExampleLabel(_ line: Int) -> Bool {
    let start = source.bytes(in: lines[line].range).drop { leadingMarks.contains($0) }.prefix(longestLabel + 1)
    guard let colon = start.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return AuditWords.shared[.exampleLabels].contains(String(decoding: start[..<colon], as: UTF8.self).lowercased())
  }

  /// Whether a template chooses between texts, so that of two that are alike perhaps one is sent.
  var hasBranches: Bool {
    placeholders.contains { mark in
      mark.isControl && !mark.isComment && !mark.name.hasPrefix("role ") && !mark.name.hasPrefix("section ")
    }
  }
}
