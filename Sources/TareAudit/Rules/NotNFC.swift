public import TarePrompts
import TareText
import TareUnicode

/// Flags text whose accents and syllables are spelt in pieces.
public struct NotNFC: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "UNI003", name: "not-nfc",
    summary: "A text is not in Unicode normalization form C.",
    rationale: """
      A letter and its accent as two characters look like the one letter everybody types, and cost two tokens or more;
      Korean in pieces costs several times as much. Such text comes from file names on macOS and from PDF files.
      """,
    evidence: """
      November 2026: found in none of 2,049 published prompts. Decomposed text costs 8 to 28 % more in German, French, \
      Spanish, Portuguese, Turkish and Greek, 16 % in Japanese and 465 % in Korean.
      """,
    severity: .warning, fixSafety: .safe,
    triggering: [
      .init("Re\u{301}ponds en franc\u{327}ais.", fixed: "R\u{E9}ponds en fran\u{E7}ais."),
      .init("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}\u{110B}\u{1165}", fixed: "\u{D55C}\u{AD6D}\u{C5B4}"),
    ],
    silent: ["R\u{E9}ponds en fran\u{E7}ais.", "```\nRe\u{301}ponds\n```", "Match `e\u{301}` in file names."])

  /// ICU carries the tables of this form in its own code, so there always is one.
  private let normalizer = try? Normalizer(.nfc)

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of the places.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let body = document.bodyRange
    let verbatim = document.verbatimRanges
    let edits = changes(in: Array(document.source.bytes(in: body)), from: body.start).filter { edit in
      [edit.range.start, max(edit.range.start, edit.range.end - 1)].allSatisfy { offset in
        !document.isCode(offset) && !verbatim.contains(offset)
      } && !document.isMentioned(edit.range) && !isVariant(document.source.bytes(in: edit.range))
    }
    guard let first = edits.first else { return }
    report(
      Finding(
        Self.page, .notComposed(edits.count), at: first.range,
        fix: Fix("write the composed characters", .safe, edits: edits, isDivisible: true)))
  }

  /// Whether composing would change what is seen: the ideographs that names are written with, and angle brackets, have
  /// other shapes in their composed form.
  private func isVariant(_ utf8: ArraySlice<UInt8>) -> Bool {
    String(decoding: utf8, as: UTF8.self).unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x2329, 0x232A, 0xF900...0xFAFF, 0x2F800...0x2FA1F: true
      default: false
      }
    }
  }

  private func changes(in utf8: [UInt8], from offset: Int) -> [Edit] {
    (normalizer?.changes(in: utf8.span) ?? []).map { change in
      let range = SourceRange(offset + change.range.lowerBound, offset + change.range.upperBound)
      return Edit(range, replacement: change.replacement)
    }
  }
}

extension Finding.Message {
  fileprivate static func notComposed(_ count: Int) -> Self {
    count == 1 ? "1 place is not in normalization form C" : "\(count.grouped) places are not in normalization form C"
  }
}
