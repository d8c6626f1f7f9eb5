public import TarePrompts
import TareText

/// Flags a passage that was already said.
public struct DuplicateBlock: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "DUP002", name: "duplicate-block",
    summary: "A paragraph, or three lines of prose and more, stand in the prompt twice.",
    rationale: """
      Prompts are put together from parts, and a part that comes in twice is sent twice. Code, tables, examples and
      output templates repeat themselves for good reasons and are left alone.
      """,
    evidence: """
      November 2026, 2,049 published prompts: passages of three lines in 1.0 % of the files, 5.2 % of their tokens; \
      of 20 that were read, 14 were waste, 17 with the repetitions of output templates. With single paragraphs, \
      2026-11-21: 3 found among 213 other prompts, 3 of 3 right; of 45 paragraphs pasted into them at random 44 are \
      found, of 48 with a word changed 46.
      """,
    severity: .warning, fixSafety: .unsafe,
    triggering: [
      .init(
        "Answer in the language that the customer writes in.\nQuote the paragraph of the handbook that you rely on.\nNever promise a date for a repair; the service desk calls back.\n\nBe polite.\n\nAnswer in the language that the customer writes in.\nQuote the paragraph of the handbook that you rely on.\nNever promise a date for a repair; the service desk calls back.\n\nSign as the service desk.",
        fixed:
          "Answer in the language that the customer writes in.\nQuote the paragraph of the handbook that you rely on.\nNever promise a date for a repair; the service desk calls back.\n\nBe polite.\n\nSign as the service desk."
      ),
      .init(
        "\(exampleSection)\n# Style\n\nBe brief.\n\n\(exampleSection)\n# End\n\nSign as the service desk.",
        fixed: "\(exampleSection)\n# Style\n\nBe brief.\n\n# End\n\nSign as the service desk."),
    ],
    silent: [
      "Answer in English.\nAnswer in English.",
      "```\nlet first = read(line: 1)\nlet second = read(line: 2)\nlet third = read(line: 3)\n```\n\n```\nlet first = read(line: 1)\nlet second = read(line: 2)\nlet third = read(line: 3)\n```",
    ])

  /// A rule without settings.
  public init() {}

  /// Reports each repetition at its later place.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let sections = RepeatedSections(document).found
    for repeated in sections { report(section(repeated, document)) }
    let passages = RepeatedPassages(document).found
    let blocks = document.linesInBlocks
    for repeated in passages
    where !repeated.isExpected(in: document) && !sections.contains(where: { $0.lines.overlaps(repeated.lines) })
      && ![repeated.lines, repeated.original].contains(where: {
        blocks.contains(document.lines[$0.lowerBound].range.start)
      })
    {
      let last = document.lines[repeated.lines.upperBound - 1]
      let range = SourceRange(document.lines[repeated.lines.lowerBound].range.start, last.range.end)
      let original = document.name(ofLines: repeated.original)
      report(
        Finding(
          Self.page, .repeats(lines: repeated.lineCount, original: original), at: range,
          fix: document.isBody(repeated.lines)
            ? nil : Fix("delete the repetition", .unsafe, edits: [document.deletion(ofLines: repeated.lines)])))
    }
    let outside = passages.map(\.lines) + sections.map(\.lines)
    for repeated in RepeatedParagraphs(document, outside: outside).found {
      report(paragraph(repeated, document, tokens))
    }
  }

  private func section(_ repeated: RepeatedSections.Repetition, _ document: PromptDocument) -> Finding {
    let start = document.lines[repeated.lines.lowerBound].range.start
    let end = document.lines[repeated.lines.upperBound - 1].range.end
    return Finding(
      Self.page, .repeatsSection(lines: repeated.lineCount, original: document.name(ofLines: repeated.original)),
      at: SourceRange(start, end),
      fix: Fix("delete the repetition", .unsafe, edits: [document.deletion(ofLines: repeated.lines)]))
  }

  /// A paragraph that was said is deleted; of one that differs somebody has to say which holds.
  private func paragraph(
    _ repeated: RepeatedParagraphs.Repetition, _ document: PromptDocument, _ tokens: PromptTokens
  ) -> Finding {
    let block = repeated.paragraph.block
    let original = document.name(ofLines: repeated.original.block.lines)
    guard repeated.isExact else {
      return Finding(
        Self.page, .nearlyRepeats(original), at: block.range, cost: .held(tokens.count(in: block.range)))
    }
    let fix = Fix("delete the repetition", .unsafe, edits: [document.deletion(ofLines: block.lines)])
    return Finding(Self.page, .repeats(original), at: block.range, fix: fix)
  }
}

/// A section in which code says most.
private let exampleSection = """
  # Restoring

  Restore into an empty folder:

  ```sh
  skerryctl snapshot list --vault home --newest 3
  skerryctl restore --vault home --snapshot 812 --into ./restored
  ```

  """

extension Finding.Message {
  fileprivate static func repeats(_ original: String) -> Self { "paragraph repeats \(original)" }

  fileprivate static func nearlyRepeats(_ original: String) -> Self {
    "paragraph repeats \(original) but for a word or two"
  }

  fileprivate static func repeatsSection(lines: Int, original: String) -> Self {
    "section of \(lines.grouped) lines repeats \(original)"
  }

  fileprivate static func repeats(lines: Int, original: String) -> Self {
    "\(lines.grouped) lines repeat \(original)"
  }
}
