public import TarePrompts
import TareText

/// Flags places that an author meant to fill in.
public struct PlaceholderLeft: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "TPL008", name: "placeholder-left",
    summary: "A place that was to be filled in by hand is still open.",
    rationale: """
      "[INSERT POLICY]" and "TODO: ask legal" reach the model as they are, and it will make something up. Prompts that \
      speak about such marks do so too, so the rule is off until it is asked for.
      """,
    evidence: "Not measured.",
    severity: .warning, isOnByDefault: false,
    triggering: [.init("Refunds: [INSERT POLICY HERE]"), .init("TODO: ask legal about refunds")],
    silent: ["Leave no `TODO:` behind.", "```\n// TODO: later\n```", "Put it on my todo list."])

  private let search = PhraseSearch(.openMarks)

  /// A rule without settings.
  public init() {}

  /// Reports each line with one, at its first.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    for line in document.lines where line.kind == .prose || line.kind == .heading || line.kind == .table {
      guard document.zones.kinds(ofLine: line.index).isDisjoint(with: [.quote, .example, .data]) else { continue }
      let found = search.matches(in: document.source.bytes(in: line.range), wholeWords: false).map(\.range)
      guard let first = found.first(where: { !document.isCode($0.start) && standsAlone($0, document.source) }) else {
        continue
      }
      report(Finding(Self.page, .open(document.source.string(in: first)), at: first))
    }
  }

  /// Whether no letter stands in front, which would make it the end of another word.
  private func standsAlone(_ range: SourceRange, _ source: SourceText) -> Bool {
    let before = range.start > 0 ? source.utf8[range.start - 1] : 0x20
    let behind = range.end < source.utf8.count ? source.utf8[range.end] : 0x20
    let isWord = source.utf8[range.end - 1].isASCIILetter
    return !before.isASCIIAlphanumeric && !(isWord && range.length <= 6 && behind.isASCIIAlphanumeric)
  }
}

extension Finding.Message {
  fileprivate static func open(_ mark: String) -> Self { "\"\(mark)\" was to be filled in" }
}
