import TarePrompts
import TareText

/// Tells forms for the answer from data: an example that the answer is to look like is no data.
struct AnswerForms: Sendable {
  private let leads = PhraseSearch(.formLeads)

  /// Whether a heading or the line in front of `block` says that answers are to look like this.
  func contain(_ block: PromptBlock, in document: PromptDocument) -> Bool {
    if document.expectsRepetition(at: block.lines.lowerBound) { return true }
    let titles = document.sections(around: block.lines.lowerBound).map(\.title)
    let lead = document.lines[..<block.lines.lowerBound].last { $0.kind != .blank }
    let texts = titles + (lead.map { [document.source.string(in: $0.range)] } ?? [])
    return texts.contains { !leads.matches(in: Array($0.utf8)[...], wholeWords: false).isEmpty }
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
