import TarePrompts
import TareText

/// A suppression of which some words hide nothing.
struct UnusedSuppression {
  let entry: SuppressionEntry
  /// The words that hide nothing, as indices.
  let words: [Int]
  let place: SourceRange

  private var unusedWords: [String] { words.map { entry.words[$0].text } }

  var message: Finding.Message {
    let rules = unusedWords.joined(separator: ", ")
    return "\(entry.source.subject) lets \(rules) be, and nothing is found there"
  }

  /// The edits that take it away, or the words that hide nothing out of it; none for what stands in another file.
  func edits(in document: PromptDocument) -> [Edit] {
    guard case .comment(let comment, let end) = entry.source else { return [] }
    if words.count < entry.words.count { return [comment.keepingRules { !words.contains($0) }] }
    return [comment, end].compactMap(\.self).map { $0.deletion(in: document) }
  }

  /// Whether all of it goes.
  var isWhole: Bool { words.count == entry.words.count }

  /// Whether taking it away saves tokens.
  var isSent: Bool {
    if case .comment(let comment, _) = entry.source { comment.isSent } else { false }
  }
}

extension SuppressionEntry.Source {
  /// What a message calls it.
  var subject: String {
    switch self {
    case .comment(let comment, _): "tare:\(comment.directive.text)"
    case .outside(let origin): origin
    }
  }
}

extension SuppressionComment {
  /// The edit that takes the comment away: its lines where it stands alone, or itself and the blanks beside it.
  fileprivate func deletion(in document: PromptDocument) -> Edit {
    if standsAlone { return document.deletion(ofLines: lines) }
    let utf8 = document.source.utf8
    let line = document.source.lineContentRange(lines.lowerBound)
    var start = range.start
    while start > line.start, utf8[start - 1] == 0x20 || utf8[start - 1] == 0x09 { start -= 1 }
    return .delete(SourceRange(start, range.end))
  }

  /// The edit that leaves the rules for which `isKept` holds, by their index.
  fileprivate func keepingRules(_ isKept: (Int) -> Bool) -> Edit {
    let kept = rules.indices.filter(isKept).map { rules[$0].text }
    let start = rules.first?.range.start ?? range.start
    return .replace(SourceRange(start, rules.last?.range.end ?? start), with: kept.joined(separator: ", "))
  }
}
