public import TarePrompts
import TareText

/// Flags boxes and diagrams drawn with lines and corners.
public struct ASCIIArt: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "FMT003", name: "ascii-art",
    summary: "A box or a diagram is drawn with lines and corners.",
    rationale: """
      Lines and corners cost a token or more each, and a model reads a picture line by line. A list of what leads to what \
      says the same. Trees of folders are FMT004.
      """,
    evidence: """
      November 2026, 2,049 published prompts: trees and boxes in 3.7 % of the files, 6.8 % of their tokens; of 20 that were \
      read, 6 to 8 were waste, so the rule is off.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [
      .init(
        "```\n┌──────────┐    ┌──────────┐\n│ customer │───▶│ desk     │\n│          │    │          │\n└──────────┘    └──────────┘\n```"
      )
    ],
    silent: ["```\n.\n├── a\n├── b\n├── c\n├── d\n└── e\n```", "| a | b |\n|---|---|\n| 1 | 2 |"])

  /// The fewest lines of a drawing: a box has three and something in it.
  private static let leastLines = 4

  /// A rule without settings.
  public init() {}

  /// Reports each block of code or text that is mostly drawn.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    for block in document.blocks where !block.isContainer && block.kind != .table {
      let drawn = block.lines.filter { isDrawn(document.lines[$0], document.source) }
      guard drawn.count >= Self.leastLines, drawn.count * 2 >= block.lines.count, let first = drawn.first else {
        continue
      }
      let cost = tokens.count(in: block.range)
      report(Finding(Self.page, .drawing(drawn.count), at: document.lines[first].range, cost: .held(cost)))
    }
  }

  /// Whether a line has two marks of a box: a tree has one corner.
  private func isDrawn(_ line: PromptLine, _ source: SourceText) -> Bool {
    let scalars = LineScalars(source.bytes(in: line.range)).elements.map(\.scalar)
    let isTree =
      scalars.contains { $0 == "\u{251C}" || $0 == "\u{2514}" } && !scalars.contains { Self.right.contains($0) }
    return !isTree && scalars.count { Self.box.contains($0.value) } >= 2
  }

  /// The block "Box Drawing" of Unicode, and of it what closes a box on the right.
  private static let box: ClosedRange<UInt32> = 0x2500...0x257F
  private static let right: Set<Unicode.Scalar> = [
    "\u{2510}", "\u{2518}", "\u{2524}", "\u{2557}", "\u{255D}", "\u{2563}", "\u{256E}", "\u{256F}",
  ]
}

extension Finding.Message {
  fileprivate static func drawing(_ lines: Int) -> Self { "a drawing of \(lines.grouped) lines" }
}
