public import TarePrompts
import TareText

/// Counts words in capitals.
public struct Shouting: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "VRB006", name: "shouting",
    summary: "A prompt has many words in capitals.",
    rationale: """
      Words in capitals are rare in vocabularies and fall into two tokens or three. Some mark what must not be missed, \
      and most names of variables look the same, so the rule is off and says it once for a file.
      """,
    evidence: """
      November 2026, 2,049 published prompts: capitals in 64 % of the files; writing them small saves 0.29 % of tokens \
      and makes 83 files longer.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [.init("NEVER EVER PROMISE A REFUND, AND ALWAYS QUOTE THE PARAGRAPH.")],
    silent: [
      "NEVER promise a refund.", "Set HTTP and JSON headers.", "```\nSELECT NAME FROM BINS WHERE COUNT > TEN\n```",
    ])

  /// The fewest words in a row that are no abbreviation, and the fewest letters of one that counts.
  private static let leastWords = 3
  private static let leastLetters = 3

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first stretch.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let found = document.proseLines.flatMap { stretches(in: document.source.bytes(in: $0.range)) }
      .filter { !document.isCode($0.start) }
    guard let first = found.first else { return }
    let cost = found.reduce(0) { $0 + tokens.count(in: $1) }
    report(Finding(Self.page, .shouts(found.count), at: first, cost: .held(cost)))
  }

  /// Runs of words in capitals.
  private func stretches(in text: ArraySlice<UInt8>) -> [SourceRange] {
    var found: [SourceRange] = []
    var words: [ArraySlice<UInt8>] = []
    for word in text.split(separator: 0x20) + [[]] {
      if isLoud(word) {
        words.append(word)
        continue
      }
      if words.count(where: { $0.count >= Self.leastLetters }) >= Self.leastWords, let first = words.first {
        found.append(SourceRange(first.startIndex, words[words.count - 1].endIndex))
      }
      words = []
    }
    return found
  }

  private func isLoud(_ word: ArraySlice<UInt8>) -> Bool {
    word.contains(where: \.isASCIILetter) && !word.contains { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
  }
}

extension Finding.Message {
  fileprivate static func shouts(_ count: Int) -> Self {
    count == 1 ? "1 stretch is in capitals" : "\(count.grouped) stretches are in capitals"
  }
}
