import TareAudit

extension RulePages {
  /// The pages as a folder of Markdown files: one for each rule, and a list of them.
  public var documents: [Document] {
    [Document(name: "README.md", text: index)]
      + pages.map { Document(name: $0.documentName, text: RulePages([$0]).text) }
  }

  /// A file of the folder.
  public struct Document: Sendable, Hashable {
    /// The name of the file.
    public let name: String
    /// What stands in it.
    public let text: String
  }

  private var index: String {
    let start = """
      # The rules of tare lint

      Made from the rules themselves; `tare rule CODE` shows the same page. What a rule finds, and what it must not find, is \
      written in `Tests/Specs` and run by the tests.

      """
    let rows = pages.map { page in
      "| [\(page.code)](\(page.documentName)) | \(page.name) | \(page.severity) | \(fixText(page)) | \(defaultText(page)) "
        + "| \(inCell(page.summary)) |"
    }
    let head = ["| Code | Name | Severity | Fix | Default | What it finds |", "|---|---|---|---|---|---|"]
    return start + "\n" + (head + rows).joined(separator: "\n") + "\n"
  }

  /// A bar would end the cell.
  private func inCell(_ text: String) -> String {
    String(text.flatMap { $0 == "|" ? Array("\\|") : [$0] })
  }
}

extension RulePage {
  fileprivate var documentName: String { "\(code)-\(name).md" }
}
