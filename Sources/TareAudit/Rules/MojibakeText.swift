public import TarePrompts
import TareText

/// Flags text that was decoded by the wrong table.
public struct MojibakeText: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "UNI004", name: "mojibake",
    summary: "Letters and quotes were read by the wrong table and are garbled.",
    rationale: """
      One letter became two or three that nobody wrote, each a token or more, in words the model has to guess. Only \
      letters with accents and the punctuation of word processors are recognised.
      """,
    evidence: "November 2026, 2,049 published prompts: 3 hits, too few to give a precision.",
    severity: .warning, fixSafety: .unsafe,
    triggering: [
      .init("Donâ€™t promise a dâ€™jÃ  vu to JÃ¶rg.", fixed: "Don’t promise a d’jÃ  vu to Jörg.")
    ],
    silent: ["Don’t promise a déjà vu to Jörg.", "Repair `JÃ¶rg` to Jörg.", "ÂMÃO and ÃO are Portuguese."])

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of the places.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let verbatim = document.verbatimRanges
    let found = document.lines.filter { $0.kind != .code && $0.kind != .frontMatter }
      .flatMap { Mojibake(document.source.bytes(in: $0.range)).found }
      .filter { !document.isCode($0.range.start) && !verbatim.contains($0.range.start) }
      .filter { !document.isWordMentioned(around: $0.range) }
    guard let first = found.first else { return }
    let meant = String(decoding: first.meant, as: UTF8.self)
    let edits = found.map { Edit($0.range, replacement: $0.meant) }
    report(
      Finding(
        Self.page, .garbled(found.count, document.source.string(in: first.range), meant), at: first.range,
        fix: Fix("write what was meant", .unsafe, edits: edits, isDivisible: true)))
  }
}

extension Finding.Message {
  fileprivate static func garbled(_ count: Int, _ first: String, _ meant: String) -> Self {
    count == 1
      ? "\"\(first)\" was probably \"\(meant)\""
      : "\(count.grouped) characters are garbled (the first, \"\(first)\", was probably \"\(meant)\")"
  }
}
