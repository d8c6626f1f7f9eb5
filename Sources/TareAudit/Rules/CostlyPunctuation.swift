public import TarePrompts
import TareText

/// Flags curly quotes, dashes, ellipses and arrows that cost more than their plain forms.
public struct CostlyPunctuation: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "UNI006", name: "costly-punctuation",
    summary: "Curly quotes, dashes, ellipses or arrows cost more tokens than their plain forms.",
    rationale: """
      Some of these marks are one token like the plain ones and some are three, and it depends on what stands around them. \
      Each is counted in its line, and only those that would save are named. Typography may be meant, so the rule is off.
      """,
    evidence: """
      November 2026, 2,049 published prompts: quotes in 4.9 % of the files, dashes in 24 %, ellipses in 2.8 %, arrows in \
      22 %; together 0.035 % of all tokens. In 442 of 497 files with dashes nothing would change.
      """,
    severity: .info, isOnByDefault: false, fixSafety: .unsafe,
    triggering: [
      .init("Choose from [\u{201C}yes\u{201D}, \u{201C}no\u{201D}].", fixed: "Choose from [\"yes\", \"no\"].")
    ],
    silent: ["Say \"no\".", "`a \u{2192} b`"])

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first mark.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let verbatim = document.verbatimRanges
    let edits = document.lines.filter { $0.kind == .prose || $0.kind == .heading }.flatMap { line in
      savingEdits(in: line, document, tokens).filter { !verbatim.contains($0.range.start) }
    }
    guard let first = edits.first else { return }
    report(
      Finding(
        Self.page, .marks(edits.count), at: first.range,
        fix: Fix("write the plain form", .unsafe, edits: edits, isDivisible: true)))
  }

  /// The edits that lower the count of the line, all marks of a kind together, so that quotes stay pairs.
  private func savingEdits(in line: PromptLine, _ document: PromptDocument, _ tokens: PromptTokens) -> [Edit] {
    let text = document.source.bytes(in: line.range)
    let marks = LineScalars(text).elements.filter { !document.isCode($0.range.start) }
    let before = tokens.count(text)
    return Self.kinds.flatMap { kind -> [Edit] in
      let edits = marks.compactMap { mark in kind[mark.scalar].map { Edit.replace(mark.range, with: $0) } }
      return !edits.isEmpty && tokens.count(Self.edited(text, edits)[...]) < before ? edits : []
    }.sorted { $0.range < $1.range }
  }

  private static func edited(_ text: ArraySlice<UInt8>, _ edits: [Edit]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = text.startIndex
    for edit in edits {
      result += text[copied..<edit.range.start]
      result += edit.replacement
      copied = edit.range.end
    }
    return result + text[copied...]
  }

  private static let kinds: [[Unicode.Scalar: String]] = [
    ["\u{201C}": "\"", "\u{201D}": "\""], ["\u{2018}": "'", "\u{2019}": "'"], ["\u{2013}": "-"],
    ["\u{2014}": " - "], ["\u{2026}": "..."], ["\u{2022}": "-"],
    ["\u{2192}": "->", "\u{2190}": "<-", "\u{21D2}": "=>"],
  ]
}

extension Finding.Message {
  fileprivate static func marks(_ count: Int) -> Self {
    count == 1 ? "1 mark costs more than its plain form" : "\(count.grouped) marks cost more than their plain forms"
  }
}
