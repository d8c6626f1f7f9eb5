public import TarePrompts
import TareText

/// Flags tags and blocks of a template that are opened and not closed, or closed and not opened.
public struct UnclosedBlock: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "TPL003", name: "unclosed-block",
    summary: "A tag or a block of a template is not closed, or closed without being open.",
    rationale: """
      The template cannot be filled: the request fails, or its marks are sent as text and the model answers a prompt \
      that nobody meant.
      """,
    evidence: """
      2026-11-21: 4 found in 2 of 213 published prompts, 4 of 4 right (both files were made to show mistakes). What \
      opens and closes blocks is the grammar of Handlebars, Mustache and Jinja; of 50 open tags put into the prompts \
      all are found, of 200 formulas, pieces of code and closed blocks none.
      """,
    severity: .error,
    triggering: [
      .init("{{#if formal}}\nSay Sie."), .init("Say Sie.\n{{/if}}"),
      .init("{% if formal %}\nSay Sie.", path: "prompt.jinja"), .init("Say {{ name.", path: "prompt.jinja"),
    ],
    silent: [
      "{{#if formal}}\nSay Sie.\n{{else}}\nSay du.\n{{/if}}", "Close it with `{{/if}}`.",
      "{% if formal %}Say Sie.{% endif %}", "The set {{1, 2}, {3}} and the workflow's ${{ secrets.TOKEN }}.",
    ])

  /// A rule without settings.
  public init() {}

  /// More than these say nothing new: the file is no template, or another one's.
  private static let mostFindings = 20

  /// Reports each mark that has no partner; of many the first, and how many more there are.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let marks = document.unclosedMarks.map { Finding(Self.page, "tag is not closed", at: $0) }
    let blocks = TemplateBlocks(document).faults.map { fault in
      Finding(Self.page, fault.isOpen ? .notClosed(fault.name) : .notOpen(fault.name), at: fault.range)
    }
    let found = (marks + blocks).sorted()
    for finding in found.prefix(Self.mostFindings) { report(finding) }
    let rest = found.dropFirst(Self.mostFindings)
    if let next = rest.first { report(Finding(Self.page, .more(rest.count), at: next.range)) }
  }
}

extension Finding.Message {
  fileprivate static func notOpen(_ name: Substring) -> Self { "\"\(String(name))\" is closed here and not open" }
  fileprivate static func more(_ count: Int) -> Self {
    count == 1
      ? "1 more tag or block has no partner" : "\(count.grouped) more tags and blocks have no partner, from here on"
  }
  fileprivate static func notClosed(_ name: Substring) -> Self { "\"\(String(name))\" is not closed" }
}
