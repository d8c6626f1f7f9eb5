public import TarePrompts
import TareText

/// Flags limits on an answer of which only one can be kept.
public struct ConflictingLength: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "OUT003", name: "conflicting-length",
    summary: "One paragraph asks for more than it allows.",
    rationale: """
      "At least 100 words" and "at most 50 words" cannot both be kept, so the length of the answer is left to chance. Two \
      limits of one paragraph may still be about two things, so the rule is off.
      """,
    evidence:
      "Not measured: a peer's rule on contradictions had 2 hits in 200 published prompts, 0 to 1 of them right.",
    severity: .warning, isOnByDefault: false,
    triggering: [.init("Write at least 100 words. Use at most 50 words.")],
    silent: ["Write at least 50 words. Use at most 100 words.", "Use no more than 50 words and at least 3 sentences."])

  /// A rule without settings.
  public init() {}

  /// Reports each paragraph once, at the later of two limits.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    for block in document.blocks where block.kind == .paragraph {
      conflict(in: document.source.bytes(in: block.range)).map(report)
    }
  }

  private func conflict(in text: ArraySlice<UInt8>) -> Finding? {
    var most: [String: Int] = [:]
    var least: [String: Int] = [:]
    for limit in LengthLimits(text).found {
      let (upper, lower) = (most[limit.unit] ?? .max, least[limit.unit] ?? .min)
      if limit.isUpper, limit.number < lower {
        return Finding(Self.page, .conflict(limit.number, lower, limit.unit), at: limit.range)
      }
      if !limit.isUpper, limit.number > upper {
        return Finding(Self.page, .conflict(upper, limit.number, limit.unit), at: limit.range)
      }
      if limit.isUpper {
        most[limit.unit] = min(upper, limit.number)
      } else {
        least[limit.unit] = max(lower, limit.number)
      }
    }
    return nil
  }
}

extension Finding.Message {
  fileprivate static func conflict(_ most: Int, _ least: Int, _ unit: String) -> Self {
    "at most \(most.grouped) \(unit) and at least \(least.grouped) cannot both be kept"
  }
}
