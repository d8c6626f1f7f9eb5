public import TarePrompts
import TareText

/// Flags letters in full width and joined letters, which have a plain form.
public struct CompatibilityForms: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "UNI005", name: "compat-forms",
    summary: "Letters and digits are written in full width, or joined in one character.",
    rationale: """
      Text out of PDF files has one character for "fi", and text of Japanese and Chinese programs has Latin letters as wide \
      as a Chinese one. Vocabularies know neither: each is two or three tokens. Marks in full width belong to the text of \
      those languages and are left alone.
      """,
    evidence: "November 2026: none in 2,049 published prompts. Which characters these are, Unicode 16.0 says.",
    severity: .info, isOnByDefault: false, fixSafety: .unsafe,
    triggering: [
      .init("Ｒｅｆｕｎｄ within ３０ days; con\u{FB01}rm \u{FB01}rst.", fixed: "Refund within 30 days; confirm first.")
    ],
    silent: ["你好，请用中文回答！", "`ＡＢＣ`"])

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of the characters.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let verbatim = document.verbatimRanges
    let edits = document.lines.filter { ![.code, .frontMatter, .notSent].contains($0.kind) }.flatMap { line in
      LineScalars(document.source.bytes(in: line.range)).elements.compactMap { element -> Edit? in
        guard let plain = Self.plain(element.scalar), !document.isCode(element.range.start),
          !verbatim.contains(element.range.start)
        else { return nil }
        return .replace(element.range, with: plain)
      }
    }
    guard let first = edits.first else { return }
    report(
      Finding(
        Self.page, .forms(edits.count), at: first.range,
        fix: Fix("write plain letters", .unsafe, edits: edits, isDivisible: true)))
  }

  /// What Unicode's compatibility decomposition says of full-width letters and digits, and of Latin ligatures.
  private static func plain(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      Unicode.Scalar(scalar.value - 0xFEE0).map { String(Character($0)) }
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    case 0xFB05, 0xFB06: "st"
    default: nil
    }
  }
}

extension Finding.Message {
  fileprivate static func forms(_ count: Int) -> Self {
    count == 1 ? "1 character has a plain form" : "\(count.grouped) characters have a plain form"
  }
}
