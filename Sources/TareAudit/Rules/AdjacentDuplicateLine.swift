public import TarePrompts
import TareText

/// Flags a line that says what the line above it says.
public struct AdjacentDuplicateLine: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "DUP003", name: "adjacent-duplicate-line",
    summary: "A line of prose stands twice in a row.",
    rationale: """
      A slip of the keyboard or of a merge. The second line tells the model nothing. Templates are left alone: there one \
      of the two may stand in a branch.
      """,
    evidence: """
      November 2026: of 9 findings of a naive form that were read, 4 were waste; 5 stood in templates, which are \
      left alone. None among 213 other prompts (2026-11-21); of 49 put into them at random 47 are found.
      """,
    severity: .warning, fixSafety: .unsafe,
    triggering: [
      .init(
        "Quote the paragraph you rely on.\nQuote the paragraph you rely on.\nBe brief.",
        fixed: "Quote the paragraph you rely on.\nBe brief.")
    ],
    silent: [
      "Yes.\nYes.\nNo.",
      "{{#if a}}\nQuote the paragraph you rely on.\n{{/if}}\nQuote the paragraph you rely on.",
    ])

  /// A rule without settings.
  public init() {}

  /// Reports each line that repeats the one above it.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let blocks = document.linesInBlocks
    for line in RepeatedLines(document).found where !blocks.contains(document.lines[line].range.start) {
      let fix = Fix("delete the line", .unsafe, edits: [document.deletion(ofLines: line..<(line + 1))])
      report(Finding(Self.page, "line repeats the one above it", at: document.lines[line].range, fix: fix))
    }
  }
}
