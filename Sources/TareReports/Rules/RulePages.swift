public import TareAudit

/// The pages of rules as `tare rule` shows them.
public struct RulePages: Sendable {
  private let pages: [RulePage]

  /// These pages, in this order.
  public init(_ pages: [RulePage]) {
    self.pages = pages
  }

  /// One line for each rule.
  public var list: String {
    let rows = pages.map { [$0.code, $0.name, "\($0.severity)", fixText($0), defaultText($0), $0.summary] }
    return aligned([["code", "name", "severity", "fix", "default", "what it finds"]] + rows, left: [0, 1, 2, 3, 4, 5])
      .joined(separator: "\n") + "\n"
  }

  /// Each rule as a page of Markdown.
  public var text: String { pages.map(page).joined(separator: "\n") }

  private func page(_ page: RulePage) -> String {
    var parts = [
      "# \(page.code) \(page.name)", page.summary, page.rationale, "Evidence: \(page.evidence)",
      "Severity \(page.severity), \(defaultText(page)) by default, fix: \(fixText(page)).",
    ]
    if let example = page.triggering.first {
      for other in example.others { parts += ["## Beside `\(other.path)`", fenced(other.prompt)] }
      if let base = example.base { parts += ["## Before", fenced(base)] }
      parts += ["## Found in" + (example.path == "prompt.md" ? "" : " `\(example.path)`"), fenced(example.prompt)]
      if let fixed = example.fixed { parts += ["## Instead", fenced(fixed)] }
    }
    if let silent = page.silent.first { parts += ["## Nothing to say about", fenced(silent)] }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func defaultText(_ page: RulePage) -> String { page.isOnByDefault ? "on" : "off" }

  private func fixText(_ page: RulePage) -> String { page.fixSafety.map { "\($0)" } ?? "none" }

  /// A fence longer than any in the text, as Markdown asks for.
  private func fenced(_ text: String) -> String {
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    return "\(fence)text\n\(text)\n\(fence)"
  }
}
