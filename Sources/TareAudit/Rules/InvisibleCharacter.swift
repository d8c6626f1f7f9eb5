public import TarePrompts
import TareText

/// Flags characters that nobody sees.
public struct InvisibleCharacter: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "UNI002", name: "invisible-character",
    summary: "A text has zero-width spaces, soft hyphens or other characters that show nothing.",
    rationale: """
      They come with text from web pages, cost a token or more each and split the word they stand in, so that the model \
      reads other tokens than everybody sees. Joiners in emoji and in the scripts that need them are left alone.
      """,
    evidence: """
      November 2026, 2,049 published prompts: zero-width characters in 0.5 % of the files, 7 of those 9 only as joiners \
      of emoji, which this rule leaves alone. Saving of all: 0.002 % of tokens.
      """,
    severity: .warning, fixSafety: .safe,
    triggering: [.init("Answer in two sen\u{200B}tences.", fixed: "Answer in two sentences.")],
    silent: [
      "Answer in two sentences.", "A family: \u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}",
      "\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}", "Split at `\u{200B}`.",
    ])

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of them.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let verbatim = document.verbatimRanges
    let found = document.lines.filter { ![.code, .frontMatter, .notSent].contains($0.kind) }
      .flatMap { invisible(in: document.source.bytes(in: $0.range)) }
      .filter {
        !document.isCode($0.range.start) && !verbatim.contains($0.range.start) && !document.isMentioned($0.range)
      }
    guard let first = found.first else { return }
    report(
      Finding(
        Self.page, .invisible(found.count, first.scalar), at: first.range,
        fix: Fix("delete", .safe, edits: found.map { .delete($0.range) }, isDivisible: true)))
  }

  private func invisible(in text: ArraySlice<UInt8>) -> [LineScalars.Element] {
    let scalars = LineScalars(text).elements
    let isRightToLeft = scalars.contains { $0.scalar.isRightToLeft }
    var before: Unicode.Scalar?
    return scalars.indices.filter { index in
      guard scalars[index].scalar.isInvisible else {
        before = scalars[index].scalar
        return false
      }
      let behind = index + 1 < scalars.count ? scalars[index + 1].scalar : nil
      // Without it, two marks would be one, two blanks the end of a line, and a line in two directions another line.
      if behind == nil, before == " " { return false }
      if isRightToLeft, scalars[index].scalar.isDirectionMark { return false }
      return ![before, behind].contains { $0.map { $0.joinsWithInvisible || $0.isMarkup } ?? false }
    }.map { scalars[$0] }
  }
}

extension Unicode.Scalar {
  /// Zero-width spaces and joiners, soft hyphens, marks of direction, and the tags that only flags of emoji use.
  fileprivate var isInvisible: Bool {
    switch value {
    case 0x00AD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// The marks of direction that text in two directions needs.
  fileprivate var isDirectionMark: Bool { value == 0x200E || value == 0x200F }

  /// Whether this is a letter of a script that runs from right to left.
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// What tags, marks of chat models, emphasis and escapes are made of.
  fileprivate var isMarkup: Bool { "<>|*_`~\\[]".unicodeScalars.contains(self) }

  /// Whether this is of a script that joiners or word breaks without a width mean something to, or may be an emoji.
  fileprivate var joinsWithInvisible: Bool {
    switch value {
    case 0x0590...0x1CFF, 0x2190...0x2BFF, 0xA840...0xABFF, 0xFB1D...0xFDFF, 0xFE0F, 0xFE70...0xFEFC,
      0x10800...0x11FFF, 0x1E800...0x1FAFF:
      true
    default: false
    }
  }
}

extension Finding.Message {
  fileprivate static func invisible(_ count: Int, _ first: Unicode.Scalar) -> Self {
    let hex = String(first.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    return count == 1
      ? "1 character shows nothing (\(name))" : "\(count.grouped) characters show nothing (the first is \(name))"
  }
}
