public import TareAudit
import TareText

/// The pages of rules as `tare rule` shows them.
public struct RulePages: Sendable {
  let pages: [RulePage]

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
      "# \(page.code) \(page.name)", page.summary,
      "Severity \(page.severity), \(defaultText(page)) by default, fix: \(fixText(page)).",
      "## Why", page.rationale,
    ]
    if !page.evidence.isEmpty { parts += ["## What was measured", page.evidence] }
    if let example = page.triggering.first {
      for other in example.others { parts += ["## Beside `\(other.path)`", fenced(other.prompt)] }
      if let base = example.base { parts += ["## Before", fenced(base)] }
      parts += ["## Found in" + (example.path == "prompt.md" ? "" : " `\(example.path)`"), fenced(example.prompt)]
      if let fixed = example.fixed { parts += ["## Instead", fenced(fixed)] }
    }
    if let silent = page.silent.first { parts += ["## Nothing to say about", fenced(silent)] }
    return parts.joined(separator: "\n\n") + "\n"
  }

  func defaultText(_ page: RulePage) -> String { page.isOnByDefault ? "on" : "off" }

  func fixText(_ page: RulePage) -> String { page.fixSafety.map { "\($0)" } ?? "none" }

  /// A fence longer than any in the text, as Markdown asks for.
  private func fenced(_ text: String) -> String {
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    return "\(fence)text\n\(shortened(text))\n\(fence)"
  }

  /// Filler that only has to be long is told by its number of lines.
  private func shortened(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var shown: [Substring] = []
    var start = 0
    while start < lines.count {
      let end = lines[start...].firstIndex { $0 != lines[start] } ?? lines.count
      let filler = [lines[start], "[... \((end - start - 1).grouped) lines more like this]"]
      shown += end - start > 4 ? filler : Array(lines[start..<end])
      start = end
    }
    return shown.joined(separator: "\n")
  }
}
