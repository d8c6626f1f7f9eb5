import TarePrompts
import TareText

/// The suppressions of one file: its comments, each with the lines it is about, and what was given from outside.
struct SuppressionReading {
  private(set) var entries: [SuppressionEntry] = []
  /// What is wrong with comments.
  private(set) var findings: [Finding] = []
  private var open: [SuppressionComment] = []
  private let document: PromptDocument
  private let knownPages: [RulePage]

  /// Reads `comments` of `document`.
  ///
  /// - Parameter pages: The rules that can be named.
  init(_ document: PromptDocument, _ comments: [SuppressionComment], outside: [Suppression], pages: [RulePage]) {
    self.document = document
    knownPages = pages
    for comment in comments { read(comment, comments) }
    for comment in open { reportMalformed(comment, "has no tare:ignore-end; it covers the rest of the file") }
    entries += open.map { SuppressionEntry($0, lines: [$0.lines.lowerBound..<Int.max]) }
    entries += outside.map { SuppressionEntry($0, in: document.source) }
  }

  private mutating func read(_ comment: SuppressionComment, _ all: [SuppressionComment]) {
    guard let scope = comment.scope else { return reportUnknownDirective(comment) }
    guard scope != .end else { return close(comment) }
    guard isWellFormed(comment) else { return }
    switch scope {
    case .file: entries.append(SuppressionEntry(comment, lines: nil))
    case .start: open.append(comment)
    default: entries.append(SuppressionEntry(comment, lines: [lines(of: comment, all)]))
    }
  }

  /// An end that names rules ends what names the same; any other ends what was started last.
  private mutating func close(_ end: SuppressionComment) {
    let words = end.rules.map(\.text)
    guard let index = open.lastIndex(where: { words.isEmpty || $0.rules.map(\.text) == words }) else {
      return reportMalformed(end, "ends nothing that was started")
    }
    let start = open.remove(at: index)
    entries.append(SuppressionEntry(start, end: end, lines: [start.lines.lowerBound..<end.lines.upperBound]))
  }

  /// The line of a comment, and the next one that says something where it stands alone.
  private func lines(of comment: SuppressionComment, _ all: [SuppressionComment]) -> Range<Int> {
    guard comment.standsAlone else { return comment.lines }
    var next = comment.lines.upperBound
    while next < document.source.lineCount, isPassedOver(next, all) { next += 1 }
    return comment.lines.lowerBound..<(next + 1)
  }

  /// Whether a line holds nothing, or nothing but another comment of the kind.
  private func isPassedOver(_ line: Int, _ all: [SuppressionComment]) -> Bool {
    let text = document.source.bytes(in: document.source.lineContentRange(line))
    return text.allSatisfy { $0 == 0x20 || $0 == 0x09 } || all.contains { $0.standsAlone && $0.lines.contains(line) }
  }

  // MARK: What is wrong

  private mutating func isWellFormed(_ comment: SuppressionComment) -> Bool {
    if let until = comment.until, CalendarDate(until.text) == nil {
      findings.append(.malformedSuppression("\"\(until.text)\" is no date such as 2027-01-31", at: until.range))
    }
    if comment.rules.isEmpty {
      reportMalformed(comment, "names no rule; ALL would mean every one")
      return false
    }
    for word in comment.rules where !knownPages.contains(where: RuleWord(text: word.text).names) { reportUnknown(word) }
    return true
  }

  private mutating func reportUnknown(_ word: SuppressionComment.Word) {
    let names = knownPages.flatMap { [$0.code, $0.name] } + ["ALL"]
    let hint = nearestName(to: word.text, among: names).map { "; did you mean \"\($0)\"?" }
    findings.append(
      .malformedSuppression(
        "unknown rule \"\(word.text)\"\(hint ?? "; a reason stands behind --")", at: word.range))
  }

  private mutating func reportUnknownDirective(_ comment: SuppressionComment) {
    let known = SuppressionComment.Scope.allCases.map { "tare:\($0.rawValue)" }
    let word = "tare:\(comment.directive.text)"
    let hint = nearestName(to: word, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
    findings.append(.malformedSuppression("unknown comment \"\(word)\"\(hint)", at: comment.range))
  }

  private mutating func reportMalformed(_ comment: SuppressionComment, _ reason: String) {
    findings.append(.malformedSuppression("tare:\(comment.directive.text) \(reason)", at: comment.range))
  }
}

extension Finding {
  fileprivate static func malformedSuppression(_ message: String, at range: SourceRange) -> Finding {
    Finding(.malformedSuppression, "\(message)", at: range)
  }
}
