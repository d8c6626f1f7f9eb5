public import TarePrompts
import TareText

/// Flags sentences that were already said.
public struct DuplicateSentence: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "DUP001", name: "duplicate-sentence",
    summary: "A sentence of ten words or more stands in the prompt twice.",
    rationale: """
      Whoever adds a rule to a long prompt does not see that it is there. The model needs it once. Sometimes a sentence is \
      repeated for weight, so nothing is deleted for you.
      """,
    evidence: """
      November 2026, 2,049 published prompts: found in 5.2 % of the files, 2.0 % of their tokens. Of 26 findings that \
      were read, 16 were waste; without the documentation of tools, 16 of 20. Since then frames of two sections and \
      sentences inside longer items are left out: 1 found among 213 other prompts, and right (2026-11-21).
      """,
    severity: .warning, leastSaving: 8,
    triggering: [
      .init(
        "Never promise a date for a repair; say that the service desk will call back.\n\nBe polite.\n\nNever promise a date for a repair; say that the service desk will call back."
      )
    ],
    silent: [
      "Answer in English.\n\nBe polite.\n\nAnswer in English.",
      "# Examples\n\nThe customer asks for a date, and you say that the service desk will call back.\n\nThe customer asks for a date, and you say that the service desk will call back.",
    ])

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first sentence that was said before.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let passages = RepeatedPassages(document).found.map(\.lines)
    let paragraphs = RepeatedParagraphs(document, outside: passages).found.map(\.paragraph.block.lines)
    let adjacent = RepeatedLines(document).found.map { $0..<($0 + 1) }
    let excluded = (passages + paragraphs + adjacent).sorted { $0.lowerBound < $1.lowerBound }
    let found = RepeatedSentences(document, outside: excluded).found
    guard let first = found.first else { return }
    report(
      Finding(
        Self.page, .repeats(found.count, line: document.name(ofLine: first.original.line)),
        at: shown(first.sentence, document), wasting: found.map { .delete(shown($0.sentence, document)) }))
  }

  /// A sentence without the end of its last line: a range that ends where the next line begins would mark that too.
  private func shown(_ sentence: RepeatedSentences.Sentence, _ document: PromptDocument) -> SourceRange {
    let text = document.source.bytes(in: sentence.range)
    let blanks = text.reversed().prefix { $0 <= 0x20 }
    guard blanks.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return sentence.range }
    return SourceRange(sentence.range.start, sentence.range.end - blanks.count)
  }
}

extension Finding.Message {
  fileprivate static func repeats(_ count: Int, line: String) -> Self {
    count == 1
      ? "sentence repeats \(line)" : "\(count.grouped) sentences were said before (this one in \(line))"
  }
}
