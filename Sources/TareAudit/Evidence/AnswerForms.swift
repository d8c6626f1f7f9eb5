import TarePrompts
import TareText

/// Tells forms for the answer from data: an example that the answer is to look like is no data.
struct AnswerForms: Sendable {
  private let leads = PhraseSearch(.formLeads)

  /// Whether a heading or the line in front of `block` says that answers are to look like this.
  func contain(_ block: PromptBlock, in document: PromptDocument) -> Bool {
    if document.expectsRepetition(at: block.lines.lowerBound) { return true }
    let titles = document.sections(around: block.lines.lowerBound).prefix(1).map(\.title)
    let lead = document.lines[..<block.lines.lowerBound].last { $0.kind != .blank }
    let texts = titles + (lead.map { [document.source.string(in: $0.range)] } ?? [])
    return texts.contains { text in
      let utf8 = Array(text.utf8)
      return leads.matches(in: utf8[...], wholeWords: false).contains { Self.beginsWord($0.range.start, utf8) }
    }
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
