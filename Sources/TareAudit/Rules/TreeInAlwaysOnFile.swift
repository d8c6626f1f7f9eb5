public import TarePrompts
import TareText

/// Flags drawings of a folder tree in files that agents send with every request.
public struct TreeInAlwaysOnFile: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "FMT004", name: "tree-in-always-on-file",
    summary: "An agent's instructions draw the tree of the repository and explain little of it.",
    rationale: """
      Lines and corners cost a token or more each, the tree is out of date with the next commit, and an agent lists a \
      folder when it needs to. Name the three places that nobody would find.
      """,
    evidence: """
      November 2026: trees and boxes hold 9.5 % of the tokens of 34 AGENTS.md files and their kin (6.8 % of all files that \
      have one). Of 20 that were read, anywhere, 6 to 8 were waste, so only files that are always loaded are looked at, \
      and no trees that say what each file is for. \
      In the study "Evaluating AGENTS.md" (arXiv 2602.11988) overviews of folders did not help agents to find files.
      """,
    severity: .warning,
    triggering: [
      .init(
        "```\n.\n├── a\n├── b\n├── c\n├── d\n├── e\n├── f\n├── g\n└── h\n```\n\nKeep the ledger balanced.",
        path: "AGENTS.md")
    ],
    silent: ["```\n.\n├── a\n├── b\n├── c\n├── d\n├── e\n├── f\n├── g\n└── h\n```"])

  /// The fewest lines of a tree worth a line in a report, and in bytes the least that explains one.
  private static let leastLines = 8
  private static let leastExplanation = 6

  private let search = PhraseSearch(.treeMarks)

  /// A rule without settings.
  public init() {}

  /// Reports each block of code that is mostly a tree.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard document.isAgentFile, document.isSentWithEveryRequest else { return }
    for block in document.blocks where block.isCode && block.lines.count >= Self.leastLines {
      let lines = block.lines.map { document.source.bytes(in: document.lines[$0].range) }
        .filter { !search.matches(in: $0, wholeWords: false).isEmpty }
      guard lines.count >= Self.leastLines, lines.count * 2 >= block.lines.count,
        lines.count(where: isExplained) * 3 < lines.count
      else { continue }
      let first = document.lines[block.lines.lowerBound].range
      report(Finding(Self.page, .tree(lines: lines.count), at: first, cost: .held(tokens.count(in: block.range))))
    }
  }

  /// Whether a line says what the file is for: a word stands behind the name, with a mark or wide blanks in front.
  private func isExplained(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.drop { $0 >= 0x80 || " \t|`+-\\".utf8.contains($0) }
    let rest = name.drop { $0 != 0x20 && $0 != 0x09 }
    return rest.count { $0.isASCIIAlphanumeric || $0 >= 0x80 } >= Self.leastExplanation
  }
}

extension PromptDocument {
  /// Whether coding agents load the file by its name, rather than an application that sends it.
  var isAgentFile: Bool {
    switch format {
    case .agentInstructions, .cursorRule, .skill, .instructions, .agent: true
    default: false
    }
  }
}

extension Finding.Message {
  fileprivate static func tree(lines: Int) -> Self {
    "a tree of \(lines.grouped) lines is sent with every request"
  }
}
