import TareSavings
import TareText

/// A section of a prompt as reports show it, or several that are the same.
struct SectionLine {
  /// The headings it stands under, or what it is.
  let title: String
  /// Tokens before, after and their difference.
  let tokens: TokenDelta
  /// What stands in the column of changes.
  let change: String

  /// Before, after, difference, change.
  var cells: [String] { [tokens.before.grouped, tokens.after.grouped, tokens.delta.signed, change] }
}

extension PromptSavings {
  /// The sections whose text is another one, and the rest in one line, so that they add up to all tokens; empty where a
  /// division says nothing: for one section, and where none differs.
  func sectionLines(atMost limit: Int) -> [SectionLine] {
    let changed = sections.filter { $0.change != .same }
    guard sections.count > 1, !changed.isEmpty else { return [] }
    let shown = changed.prefix(limit).map { SectionLine($0) }
    let more = changed.dropFirst(limit).map(\.tokens)
    let same = sections.filter { $0.change == .same }.map(\.tokens)
    return shown
      + [
        SectionLine(sumOf: more, "more", "section that differs", "sections that differ"),
        SectionLine(sumOf: same, "other", "section", "sections"),
      ].compactMap(\.self)
  }
}

extension SectionLine {
  fileprivate init(_ section: SectionDelta) {
    let title = section.titles.joined(separator: " > ")
    let opening = section.kind == .opening ? "before the first heading" : ""
    self.title = title.isEmpty ? (opening.isEmpty ? section.kind.rawValue : opening) : title
    tokens = section.tokens
    change =
      switch section.change {
      case .new, .gone: section.change.rawValue
      case .same, .changed: section.tokens.percentage ?? "-"
      }
  }

  fileprivate init?(sumOf tokens: [TokenDelta], _ word: String, _ noun: String, _ plural: String) {
    guard let first = tokens.first else { return nil }
    title = "(\(tokens.count.grouped) \(word) \(tokens.count == 1 ? noun : plural))"
    self.tokens = TokenDelta(
      before: tokens.reduce(0) { $0 + $1.before }, after: tokens.reduce(0) { $0 + $1.after }, basis: first.basis)
    change = self.tokens.percentage ?? "-"
  }
}
