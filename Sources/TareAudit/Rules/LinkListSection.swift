public import TarePrompts
import TareText

/// Flags sections of links for people in files that agents load.
public struct LinkListSection: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "FMT011", name: "link-list-section",
    summary: "A section of an agent's file lists links to read on.",
    rationale: """
      "Further reading" is written for people. An agent does not follow it unless it is told to, and addresses are dear: \
      no vocabulary has words for them. Keep the one link that a step needs, at that step.
      """,
    evidence: """
      November 2026, 2,049 published prompts: found in 2.6 % of the files, about 5 % of their tokens. Of 13 that were \
      read, 12 were waste; of 2 in 213 other prompts, 2 (2026-11-21).
      """,
    severity: .warning, fixSafety: .unsafe, leastSaving: 20,
    triggering: [
      .init(
        "Keep the ledger balanced.\n\n# Further reading\n\n- [a](https://example.org/a)\n- [b](https://example.org/b)\n- [c](https://example.org/c)",
        fixed: "Keep the ledger balanced.", path: "AGENTS.md")
    ],
    silent: [
      "# Further reading\n\n- [a](https://example.org/a)\n- [b](https://example.org/b)\n- [c](https://example.org/c)"
    ])

  /// The fewest links of a list, and the share of the lines that have one, in hundredths.
  private static let leastLinks = 3
  private static let leastShare = 80

  private let titles = Set(AuditWords.shared[.linkTitles])

  /// A rule without settings.
  public init() {}

  /// Reports each section, at its heading.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard document.isAgentFile else { return }
    for section in document.sections where titles.contains(words(of: section.title)) {
      let text = document.lines[section.lines].dropFirst().filter { $0.kind != .blank }
      let links = text.count { $0.kind == .prose && isLink($0, document) }
      guard links >= Self.leastLinks, links * 100 >= text.count * Self.leastShare else { continue }
      report(
        Finding(
          Self.page, .links(links), at: document.lines[section.lines.lowerBound].range,
          fix: Fix("delete the section", .unsafe, edits: [document.deletion(ofLines: section.lines)])))
    }
  }

  /// The title without numbers, pictures and marks around its words.
  private func words(of title: String) -> String {
    title.lowercased().split { !($0.isASCII && $0.isLetter) }.joined(separator: " ")
  }

  /// Whether the line is an item that holds an address.
  private func isLink(_ line: PromptLine, _ document: PromptDocument) -> Bool {
    let text = String(decoding: document.source.bytes(in: line.range), as: UTF8.self)
    let isItem = text.drop { $0 == " " || $0 == "\t" }.first.map { "-*+[<h0123456789".contains($0) } ?? false
    return isItem && (text.contains("https://") || text.contains("http://"))
  }
}

extension Finding.Message {
  fileprivate static func links(_ count: Int) -> Self { "section lists \(count.grouped) links to read on" }
}
