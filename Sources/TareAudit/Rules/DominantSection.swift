public import TarePrompts
import TareText

/// Flags a section that outweighs all others.
public struct DominantSection: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "BUD003", name: "dominant-section",
    summary: "One section holds half of the tokens or more, and at least 1,500.",
    rationale: """
      Where a prompt is long, one section mostly makes it so: a transcript for an example, a handbook that was pasted. \
      That is the place to look at first; here or nowhere lie five-figure savings. Blocks that embedded-bulk names are \
      not counted again.
      """,
    evidence: """
      November 2026, 2,049 published prompts: a section with more than a third of the tokens was found in 1.7 % of the \
      files; those 34 sections hold 7.5 % of all tokens. Of 20 that were read, 12 were worth it, so a section has to hold \
      half. Among 213 other prompts there was none.
      """,
    severity: .info,
    triggering: [
      .init(
        "# Role\n\nYou are the service desk.\n\n# Handbook\n\n"
          + String(repeating: "Answer from the handbook only.\n", count: 300) + "\n# Tone\n\nBe polite.\n")
    ],
    silent: [
      "# Role\n\nYou are the service desk.\n\n# Tone\n\nBe polite.\n",
      "# Handbook\n\n" + String(repeating: "Answer from the handbook only.\n", count: 300),
    ])

  /// The share of a file, in hundredths, and the tokens from which one section dominates; and how many sections a file
  /// has that is divided at all.
  private static let leastShare = 50
  private static let leastTokens = 1_500
  private static let leastSections = 3

  /// A rule without settings.
  public init() {}

  /// Reports the largest section, at its heading.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard document.sections.count >= Self.leastSections, tokens.sent >= Self.leastTokens else { return }
    var bulk = EmbeddedBulk(document, tokens).blocks[...]
    var largest: (section: Int, tokens: Int)?
    for index in document.sections.indices {
      let lines = document.ownLines(ofSection: index)
      var count = tokens.count(in: document.range(ofLines: lines))
      while let next = bulk.first, next.lines.lowerBound < lines.upperBound {
        if next.lines.lowerBound >= lines.lowerBound { count -= next.tokens }
        bulk.removeFirst()
      }
      if count > largest?.tokens ?? 0 { largest = (index, count) }
    }
    guard let largest, largest.tokens >= Self.leastTokens, largest.tokens * 100 >= tokens.sent * Self.leastShare else {
      return
    }
    let section = document.sections[largest.section]
    report(
      Finding(
        Self.page, .dominant(section.title, percent: largest.tokens * 100 / tokens.sent),
        at: document.lines[section.lines.lowerBound].range, cost: .held(largest.tokens)))
  }
}

extension PromptDocument {
  /// The lines of a section up to the next heading, of whatever level.
  fileprivate func ownLines(ofSection index: Int) -> Range<Int> {
    let lines = sections[index].lines
    let next = index + 1 < sections.count ? sections[index + 1].lines.lowerBound : lines.upperBound
    return lines.lowerBound..<max(lines.lowerBound, min(next, lines.upperBound))
  }

  /// The bytes of `lines`, without the last line ending.
  func range(ofLines range: Range<Int>) -> SourceRange {
    guard let last = range.last else { return SourceRange(bodyRange.end, bodyRange.end) }
    return SourceRange(lines[range.lowerBound].range.start, lines[last].range.end)
  }
}

extension Finding.Message {
  fileprivate static func dominant(_ title: String, percent: Int) -> Self {
    "section \"\(title)\" holds \(percent) % of what the file sends"
  }
}
