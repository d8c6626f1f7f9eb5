public import TarePrompts
import TareText

/// Flags blocks of code that stand in a prompt twice.
public struct DuplicateCodeBlock: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "DUP004", name: "duplicate-code-block",
    summary: "A block of code of five lines or more stands in the prompt twice.",
    rationale: """
      The model can be told to look at the first one. Often, though, one of the two shows a state before and one after, \
      or the same input with another answer; so the rule is off and proposes nothing.
      """,
    evidence:
      "November 2026, 2,049 published prompts: 0.3 % of the files, 0.012 % of all tokens; about 3 of 6 were waste.",
    severity: .info, isOnByDefault: false,
    triggering: [
      .init(
        "One:\n\n```\na = 1\nb = 2\nc = 3\nd = 4\ne = 5\n```\n\nTwo:\n\n```\na = 1\nb = 2\nc = 3\nd = 4\ne = 5\n```\n")
    ],
    silent: ["One:\n\n```\na = 1\n```\n\nTwo:\n\n```\na = 1\n```\n"])

  /// Five lines of code between two fences.
  private static let leastLines = 7

  /// A rule without settings.
  public init() {}

  /// Reports each later block.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    var firstLines: [ArraySlice<UInt8>: Int] = [:]
    for block in document.blocks where block.isCode && block.lines.count >= Self.leastLines {
      let code = document.source.bytes(in: block.range)
      guard let original = firstLines[code] else {
        firstLines[code] = block.lines.lowerBound
        continue
      }
      report(
        Finding(
          Self.page, .repeats(line: document.name(ofLine: original)), at: document.lines[block.lines.lowerBound].range,
          wasting: [document.deletion(ofLines: block.lines)]))
    }
  }
}

extension Finding.Message {
  fileprivate static func repeats(line: String) -> Self { "block of code repeats the one in \(line)" }
}
