public import TarePrompts
import TareText

/// Flags long addresses that are written out again and again.
public struct LongAddress: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "FMT014", name: "long-url",
    summary: "An address of more than 40 tokens is written out more than once.",
    rationale: """
      Vocabularies have no words for addresses, so that a long one costs as much as two sentences. Name it once, with a \
      word for it, and use the word; Markdown has `[word]: address` for that.
      """,
    evidence: """
      November 2026: 0.9 % of the tokens of 2,049 published prompts are addresses. How many of the repeated ones could go \
      was not judged, so the rule is off.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [.init("Read \(exampleAddress).\n\nThen read \(exampleAddress) again.")],
    silent: ["Read \(exampleAddress).", "Read https://example.org/a and https://example.org/a again."])

  /// In tokens.
  private static let leastTokens = 40

  /// A rule without settings.
  public init() {}

  /// Reports each address once, at its second place.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    var places: [ArraySlice<UInt8>: [SourceRange]] = [:]
    // No vocabulary has more tokens than bytes.
    for address in document.webAddresses where address.range.length > Self.leastTokens {
      places[document.source.bytes(in: address.range), default: []].append(address.range)
    }
    for ranges in places.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
      let count = tokens.count(in: ranges[0])
      guard count > Self.leastTokens else { continue }
      let line = document.name(ofLine: document.source.lineIndex(at: ranges[0].start))
      report(
        Finding(
          Self.page, .repeated(ranges.count, line), at: ranges[1], cost: .held(count * (ranges.count - 1))))
    }
  }
}

/// An address as long as those of a shared document are.
private let exampleAddress =
  "https://docs.example.org/spreadsheets/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit/9f86d081884c7d659a2feaa0"

extension Finding.Message {
  fileprivate static func repeated(_ count: Int, _ line: String) -> Self {
    "address stands here \(count.grouped) times, first in \(line)"
  }
}
