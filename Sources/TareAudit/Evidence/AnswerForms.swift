import TarePrompts
import TareText

/// Tells forms for the answer from data: an example that the answer is to look like is no data.
struct AnswerForms: Sendable {
  private let leads = PhraseSearch(.formLeads)

  /// Whether a heading or the line in front of `block` says that answers are to look like this.
  func contain(_ block: PromptBlock, in document: PromptDocument) -> Bool {
    document.expectsRepetition(at: block.lines.lowerBound) || isLedTo(block, in: document)
      || document.sections(around: block.lines.lowerBound).prefix(1).contains { speakOfForms($0.title) }
  }

  /// Whether the line in front of `block` says so.
  func isLedTo(_ block: PromptBlock, in document: PromptDocument) -> Bool {
    let lead = document.lines[..<block.lines.lowerBound].last { $0.kind != .blank }
    return lead.map { speakOfForms(document.source.string(in: $0.range)) } ?? false
  }

  private func speakOfForms(_ text: String) -> Bool {
    let utf8 = Array(text.utf8)
    return leads.matches(in: utf8[...], wholeWords: false).contains { Self.beginsWord($0.range.start, utf8) }
  }

  /// Whether `table` is a form: the line in front of it says so and leads to it, or it stands where a form is shown and has
  /// more blanks to fill than words.
  func areShown(by table: PromptTable, in document: PromptDocument) -> Bool {
    let first = table.rows.first?.line ?? 0
    let body = table.rows.drop { !$0.isDelimiter }.dropFirst().flatMap(\.cells)
    let open = body.count { isOpen(document.source.bytes(in: $0.content)) }
    if document.zones.kinds(ofLine: first).contains(.form), open * 2 > body.count { return true }
    guard let lead = document.lines[..<first].last(where: { $0.kind != .blank }), lead.kind == .prose else {
      return false
    }
    let text = document.source.string(in: lead.range)
    return text.hasSuffix(":") && open > 0 && speakOfForms(text)
  }

  /// Whether somebody is to fill a cell in: it is empty, dots, or stands in brackets.
  private func isOpen(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.allSatisfy { ".-_ ".utf8.contains($0) } || cell.starts(with: "\u{2026}".utf8)
      || cell.first.map { "[<{(".utf8.contains($0) } ?? true
  }

  /// Whether a word begins at `offset`: a platform and information are no forms.
  private static func beginsWord(_ offset: Int, _ text: [UInt8]) -> Bool {
    offset == 0 || !(text[offset - 1].isASCIIAlphanumeric || text[offset - 1] >= 0x80)
  }
}

extension PromptBlock {
  /// Whether it is a block of its own, fenced and marked as JSON, with something in it.
  var isJSONFence: Bool {
    guard case .fence(let info) = kind, depth == 0, lines.count > 2 else { return false }
    return info.lowercased() == "json"
  }
}

extension PromptDocument {
  /// What stands between the fences of a block of more than two lines.
  func fenced(_ block: PromptBlock) -> SourceRange {
    SourceRange(lines[block.lines.lowerBound + 1].range.start, lines[block.lines.upperBound - 2].range.end)
  }
}
