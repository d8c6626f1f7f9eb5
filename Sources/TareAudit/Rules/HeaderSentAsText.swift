public import TarePrompts
import TareText

/// Flags licences and settings at the head of a prompt that are sent with it.
public struct HeaderSentAsText: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "TPL005", name: "header-sent-as-text",
    summary: "A licence, or settings between dashes, open the text that is sent.",
    rationale: """
      A header is for those who read the file. Some formats skip it; in the others the model reads who holds the copyright \
      with every request. Jinja and Handlebars have comments, and front matter belongs into a format that knows it.
      """,
    evidence: """
      November 2026: 14 of 167 published files in dotprompt open with a licence, which that format skips; the same lines \
      in a template that does not are sent. Nothing like it in the other 1,882 files.
      """,
    severity: .warning,
    triggering: [
      .init("# Copyright 2026 The Authors\n# SPDX-License-Identifier: MIT\n\nAnswer in English.", path: "answer.jinja"),
      .init("---\nmodel: gpt-5.4\ntemperature: 0\n---\nAnswer in English.", path: "answer.jinja"),
    ],
    silent: ["Answer in English.\n\nCopyright is the subject of all questions.", "---\nmodel: gpt-5.4\n---\nAnswer."])

  /// How many lines of a body are looked at: a licence's header has about fifteen.
  private static let headLines = 24

  private let licences = PhraseSearch(.licenceMarks)

  /// A rule without settings.
  public init() {}

  /// Reports the header, if there is one.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard !document.isEmbedded, document.embedded.isEmpty else { return }
    let sent = document.lines.filter { $0.kind != .notSent && $0.range.start >= document.bodyRange.start }
    let head = sent.drop { $0.kind == .blank }.prefix(Self.headLines)
    guard let first = head.first else { return }
    if let end = settings(head, document.source) {
      let range = SourceRange(first.range.start, end)
      report(Finding(Self.page, "settings are sent as text", at: first.range, cost: .held(tokens.count(in: range))))
    } else if let end = licence(head, document.source) {
      let range = SourceRange(first.range.start, end)
      report(Finding(Self.page, "licence is sent as text", at: first.range, cost: .held(tokens.count(in: range))))
    }
  }

  /// The end of a block between dashes of which every line is a key with a value, a comment or part of a list.
  private func settings(_ lines: some BidirectionalCollection<PromptLine>, _ source: SourceText) -> Int? {
    guard let first = lines.first, isDashes(source.bytes(in: first.range)) else { return nil }
    var keys = 0
    for line in lines.dropFirst() {
      let text = source.bytes(in: line.range)
      if isDashes(text) { return keys > 0 ? line.range.end : nil }
      let name = text.prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
      let isKey = !name.isEmpty && text.dropFirst(name.count).first == UInt8(ascii: ":")
      let isRest = text.first.map { " \t#-".utf8.contains($0) } ?? true
      guard isKey || isRest else { return nil }
      if isKey { keys += 1 }
    }
    return nil
  }

  private func isDashes(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: "---".utf8) && text.dropFirst(3).allSatisfy { $0 == 0x20 }
  }

  /// The end of the lines up to the first blank one, if they name a licence and are marked as no text.
  private func licence(_ lines: some BidirectionalCollection<PromptLine>, _ source: SourceText) -> Int? {
    let header = lines.prefix { line in
      let text = source.bytes(in: line.range)
      return line.kind != .blank && Self.marks.contains { text.starts(with: $0.utf8) }
    }
    guard let last = header.last else { return nil }
    let isLicence = header.contains { line in
      let text = source.bytes(in: line.range)
      // A heading or a list may be about copyright; a licence gives the year or its own name.
      return !licences.matches(in: text, wholeWords: true).isEmpty && text.contains { $0.isASCIIDigit || $0 == 0x2E }
    }
    return isLicence ? last.range.end : nil
  }

  /// What programs put in front of lines that are for people.
  private static let marks = ["#", "//", "<!--", "*", "/*", "--", ";"]
}
