public import TarePrompts
import TareText

/// Flags examples that show what another example shows.
public struct DuplicateExample: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "DUP006", name: "duplicate-example",
    summary: "Two examples are the same but for a few words.",
    rationale: """
      An example is the dearest part of a prompt and teaches by what is different about it. Where a number, a name or a \
      "not" differs it shows something; where only the wording does, one of the two is enough.
      """,
    evidence: """
      2026-11-21: none among 213 published prompts; of 46 second copies of an example put into them, word for word \
      or with one word changed, all are found. Examples that differ in three words or more, in a number or in a \
      "not" are different cases.
      """,
    severity: .info,
    triggering: [
      .init("# Examples\n\n\(exampleCase)\n\nA label is in the parcel.\n\n\(exampleCase)")
    ],
    silent: [
      "\(exampleCase)\n\n\(exampleCase)",
      "# Examples\n\nThe customer writes about order 1.\n\nThe customer writes about order 2.",
    ])

  /// In words; and how many of them may be missing in the other, in hundredths.
  private static let leastWords = 25
  private static let mostMissing = 10
  /// In words that stand for each other: more make another case of it.
  private static let mostDifferences = 2
  /// In bytes: a longer line is text and announces nothing.
  private static let longestLead = 60
  /// Of more examples than this each is compared with the last so many only.
  private static let mostCompared = 64

  /// A rule without settings.
  public init() {}

  /// Reports each later example.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    var examples: [(words: WordSequence, line: Int)] = []
    var isIntroduced = false
    for block in document.blocks {
      isIntroduced = introduces(block, document) ?? isIntroduced
      guard isExample(block, document, isIntroduced: isIntroduced) else { continue }
      let words = WordSequence(document.source.bytes(in: block.range))
      guard words.words.count >= Self.leastWords else { continue }
      if let other = examples.suffix(Self.mostCompared).first(where: {
        isSame($0.words, words, mayDiffer: block.depth == 0)
      }) {
        report(
          Finding(
            Self.page, .same(document.name(ofLine: other.line)), at: block.range,
            cost: .held(tokens.count(in: block.range))))
      }
      examples.append((words, block.lines.lowerBound))
    }
  }

  /// Whether examples begin below the block, as they do below a short line such as "Examples:"; they end at the next
  /// heading. `nil` for a block that decides nothing.
  private func introduces(_ block: PromptBlock, _ document: PromptDocument) -> Bool? {
    if case .heading = block.kind { return false }
    guard block.kind == .paragraph, block.range.length <= Self.longestLead else { return nil }
    let lead = document.source.string(in: block.range).lowercased()
    return lead.hasSuffix(":") && lead.contains("example") ? true : nil
  }

  /// Whether the block is text or data among the examples.
  private func isExample(_ block: PromptBlock, _ document: PromptDocument, isIntroduced: Bool) -> Bool {
    switch block.kind {
    case .paragraph, .fence, .indentedCode:
      isIntroduced || document.zones.kinds(ofLine: block.lines.lowerBound).contains(.example)
    default: false
    }
  }

  private func isSame(_ first: WordSequence, _ second: WordSequence, mayDiffer: Bool) -> Bool {
    if mayDiffer, first.words.count == second.words.count {
      let differences = zip(first.words, second.words).filter { $0 != $1 }
      return differences.count <= Self.mostDifferences
        && !differences.contains { changesMeaning($0.0) || changesMeaning($0.1) }
    }
    let (short, long) = first.words.count <= second.words.count ? (first, second) : (second, first)
    guard (long.words.count - short.words.count) * 100 <= long.words.count * Self.mostMissing else { return false }
    return short.wordsMissing(from: long).map { !$0.contains(where: changesMeaning) } ?? false
  }
}

/// A worked example of more than thirty words.
private let exampleCase = """
  The customer writes that the tent arrived with a torn seam and asks for the money back; the answer names the paragraph \
  on defects, offers a repair or a refund, and asks for a photograph of the seam.
  """

extension Finding.Message {
  fileprivate static func same(_ line: String) -> Self { "example shows what the one in \(line) shows" }
}
