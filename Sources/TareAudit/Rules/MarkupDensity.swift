public import TarePrompts
import TareText

/// Reports how many tokens a prompt spends on emphasis and pictures.
public struct MarkupDensity: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "FMT007", name: "markup-density",
    summary: "Marks of emphasis and emoji hold one token in twenty, and at least 50.",
    rationale: """
      Where everything is bold nothing is. How much emphasis a prompt needs only its evaluations can say; this says what it \
      costs.
      """,
    evidence: """
      November 2026, 2,049 published prompts: emphasis in 46 % of the files, 1.46 % of all tokens; emoji in 11 %, 0.19 %. \
      They carry meaning, so the rule is off.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [
      .init((1...30).map { "- **Rule \($0)**: **be** ✅ **brief** and **kind**." }.joined(separator: "\n"))
    ],
    silent: ["- **Rule 1**: be brief.", "```\n" + String(repeating: "**a** **b** **c**\n", count: 60) + "```"])

  private static let leastTokens = 50
  /// In hundredths of what the prompt sends.
  private static let leastShare = 5

  /// A rule without settings.
  public init() {}

  /// Reports the file once.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    var (with, without): ([UInt8], [UInt8]) = ([], [])
    var first: SourceRange?
    for line in document.lines where line.kind == .prose || line.kind == .heading {
      let text = document.source.bytes(in: line.range)
      let plain = Self.plain(text) { document.isCode($0) }
      guard plain.count < text.count else { continue }
      first = first ?? line.range
      with += text + [0x0A]
      without += plain + [0x0A]
    }
    guard let first else { return }
    let cost = tokens.count(with[...]) - tokens.count(without[...])
    guard cost >= Self.leastTokens, cost * 100 >= tokens.sent * Self.leastShare else { return }
    report(Finding(Self.page, .density(cost * 100 / max(tokens.sent, 1)), at: first, cost: .held(cost)))
  }

  /// The line without `**`, `__` and emoji outside of code.
  private static func plain(_ text: ArraySlice<UInt8>, isCode: (Int) -> Bool) -> [UInt8] {
    var plain: [UInt8] = []
    var at = text.startIndex
    while at < text.endIndex {
      let length = max(markLength(text[at...]), 0)
      if length > 0, !isCode(at) {
        at += length
      } else {
        plain.append(text[at])
        at += 1
      }
    }
    return plain
  }

  /// Emoji begin with F0 9F, or with E2 and a second byte from 98 on, and have a selector behind them.
  private static func markLength(_ text: ArraySlice<UInt8>) -> Int {
    if text.starts(with: "**".utf8) || text.starts(with: "__".utf8) { return 2 }
    if text.starts(with: [0xF0, 0x9F]), text.count >= 4 { return 4 }
    if text.starts(with: [0xE2]), text.count >= 3, (0x98...0x9E).contains(text[text.startIndex + 1]) { return 3 }
    return text.starts(with: [0xEF, 0xB8, 0x8F]) ? 3 : 0
  }
}

extension Finding.Message {
  fileprivate static func density(_ share: Int) -> Self {
    "emphasis and emoji hold \(share) % of the tokens"
  }
}
