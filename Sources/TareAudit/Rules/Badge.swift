public import TarePrompts
import TareText

/// Flags badges of a project's page in a prompt.
public struct Badge: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "FMT008", name: "badge",
    summary: "A line shows the badges of a project.",
    rationale: """
      Badges come along when a project's README becomes a prompt. A model sees no picture in them, only an address that \
      costs dozens of tokens.
      """,
    evidence: "Not measured by itself: addresses hold 0.9 % of the tokens of 2,049 published prompts (November 2026).",
    severity: .info, fixSafety: .unsafe,
    triggering: [
      .init(
        "# Depot\n\n[![build](https://img.shields.io/badge/build-passing-green)](https://example.org)\n\nKeep the ledger balanced.",
        fixed: "# Depot\n\nKeep the ledger balanced.")
    ],
    silent: [
      "![the size guide](https://example.org/guide.png)",
      "```\n[![build](https://img.shields.io/badge/build-passing-green)](https://example.org)\n```",
    ])

  private let search = PhraseSearch(.badgeAddresses)

  /// A rule without settings.
  public init() {}

  /// Reports each stretch of lines that hold nothing but badges.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    var badges: Range<Int>?
    for line in badgeLines(of: document) {
      if let open = badges, open.upperBound == line {
        badges = open.lowerBound..<(line + 1)
      } else {
        badges.map { finish($0, document, report) }
        badges = line..<(line + 1)
      }
    }
    badges.map { finish($0, document, report) }
  }

  private func finish(_ lines: Range<Int>, _ document: PromptDocument, _ report: (Finding) -> Void) {
    let range = SourceRange(
      document.lines[lines.lowerBound].range.start, document.lines[lines.upperBound - 1].range.end)
    let fix = Fix("delete the badges", .unsafe, edits: [document.deletion(ofLines: lines)])
    report(Finding(Self.page, .badges(lines: lines.count), at: range, fix: fix))
  }

  /// The lines that begin with an image or a linked one and end with it, all of whose images are badges.
  private func badgeLines(of document: PromptDocument) -> [Int] {
    var images: [Int: Bool] = [:]
    for span in document.inlineSpans {
      guard case .image(let destination) = span.kind else { continue }
      let line = document.source.lineIndex(at: span.range.start)
      let isBadge = !search.matches(in: Array(destination.utf8)[...], wholeWords: false).isEmpty
      images[line] = (images[line] ?? true) && isBadge
    }
    return images.filter { line, areBadges in areBadges && isPicturesOnly(document.lines[line], document) }.keys
      .sorted()
  }

  private func isPicturesOnly(_ line: PromptLine, _ document: PromptDocument) -> Bool {
    let text = document.source.bytes(in: line.range)
    return (text.starts(with: "![".utf8) || text.starts(with: "[![".utf8)) && text.last == UInt8(ascii: ")")
  }
}

extension Finding.Message {
  fileprivate static func badges(lines: Int) -> Self {
    lines == 1 ? "line holds nothing but badges" : "\(lines.grouped) lines hold nothing but badges"
  }
}
