public import TareSavings
import TareText

extension SavingsReport {
  /// The report as a comment on a pull request or the summary of a workflow's step: a headline, at most ten rows, the
  /// rest folded.
  ///
  /// It begins with a ``SavingsReport/marker(id:)`` and stays below 60,000 bytes, whatever is compared: what does not
  /// fit is counted, not cut.
  public var markdown: String { markdown(id: nil) }

  /// The same as the comment that goes by `id`.
  public func markdown(id: String?) -> String { SavingsComment(self, id).text }
}

/// The parts of a comment, from top to bottom.
struct SavingsComment {
  let report: SavingsReport
  private let id: String?

  private static let rowLimit = 10

  init(_ report: SavingsReport, _ id: String?) {
    self.report = report
    self.id = id
  }

  var text: String {
    var budget = CommentBudget()
    let head = [report.marker(id: id), "### \(report.headline)", sides] + unread
    var blocks = head.compactMap { budget.take($0) }
    blocks += [gates(&budget)].compactMap(\.self)
    guard !report.prompts.isEmpty else { return blocks.joined(separator: "\n\n") + "\n" }
    // What must not be missing takes its room first; the rows beyond the tenth get what is left.
    let (costs, assumptions) = (budget.take(costTable), budget.take(folded("How this was counted", assumptions)))
    let remarks = limited(remarkLines, &budget)
    blocks += table(&budget)
    blocks += [costs, report.rewritingSentence.flatMap { budget.take($0) }].compactMap(\.self)
    blocks += [remarks, sections(&budget), assumptions].compactMap(\.self)
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var sides: String {
    let names = "\(markdownCode(report.comparison.base)) → \(markdownCode(report.comparison.head))"
    let models = report.modelTexts.map(markdownSentence).joined(separator: "; ")
    return "\(names): \(report.extent)." + (models.isEmpty ? "" : " Model \(models).")
  }

  private var unread: [String] { report.unreadSentence(markdownCode).map { ["⚠️ \($0)"] } ?? [] }

  // MARK: Gates

  private func gates(_ budget: inout CommentBudget) -> String? {
    let lines = report.gateLines
    let open = lines.filter { $0.state != .passed }.flatMap { gate in
      let sign = gate.state == .failed ? "❌" : "⚠️"
      return gate.sentences(atMost: 3, shown: markdownCode).map { sentence in
        "- \(sign) gate **\(markdownText(gate.name))** \(gate.state.rawValue): \(sentence)"
      }
    }
    let passed = lines.filter { $0.state == .passed }.map { markdownText($0.name) }.joined(separator: ", ")
    let all = open + (passed.isEmpty ? [] : ["- ✅ gates passed: \(passed)"])
    let shown = budget.take(all)
    return shown.isEmpty ? nil : shown.joined(separator: "\n")
  }

  // MARK: Prompts

  private func table(_ budget: inout CommentBudget) -> [String] {
    let table = SavingsTable(report)
    let head = Self.head("prompt", table.heads)
    let order = report.prompts.count > Self.rowLimit ? report.promptsByChange : Array(report.prompts.indices)
    let rows = order.lazy.map { Self.row(name(of: report.prompts[$0]), table.rows[$0]) }
    // The last one is that of all prompts.
    let totals = budget.take(table.totals.suffix(Self.rowLimit).map { Self.row("**\($0.title)**", $0.cells) })
    let first = budget.take(rows, atMost: Self.rowLimit)
    let more = budget.take(rows.dropFirst(first.count))
    let dropped = rows.count - first.count - more.count
    return [
      (head + first + totals).joined(separator: "\n"),
      more.isEmpty ? nil : folded(counted(more.count, "more prompt"), (head + more).joined(separator: "\n")),
      dropped == 0
        ? nil
        : "\(counted(dropped, "more prompt")) \(dropped == 1 ? "does" : "do") not fit here; the JSON report has all.",
    ].compactMap(\.self)
  }

  private func name(of prompt: PromptSavings) -> String {
    (prompt.previousPath.map { markdownCode($0) + " → " } ?? "") + markdownCode(prompt.path)
  }

  // MARK: Sums

  private var costTable: String {
    guard report.hasPrices else { return "" }
    let rows = report.costLines.map { Self.row("\($0.title), \($0.kind.rawValue)", $0.cells) }
    return (Self.head("cost", ["before", "after", "delta", "change"]) + rows).joined(separator: "\n")
  }

  private var assumptions: String {
    var budget = CommentBudget(bytes: 8_000)
    let lines = report.assumptions(shown: Self.short).map { "- \(markdownSentence($0))" }
    let shown = budget.take(lines)
    let more = lines.count - shown.count
    return (shown + (more > 0 ? ["- and \(more.grouped) more; the JSON report has all"] : [])).joined(separator: "\n")
  }

  /// A name in a sentence, which it must not drown.
  private static func short(_ name: String) -> String { shortLabel(name, columns: 80, keeping: .end) }

  // MARK: Remarks

  private var remarkLines: [String] {
    report.promptsByChange.map { report.prompts[$0] }.flatMap { prompt in
      prompt.remarks.map { "- \($0.isWarning ? "⚠️ " : "")\(markdownCode(prompt.path)): \(markdownSentence($0.text))" }
    }
  }

  /// The first of `lines`, and how many more there are.
  private func limited(_ lines: [String], _ budget: inout CommentBudget) -> String? {
    let shown = budget.take(lines, atMost: Self.rowLimit)
    let more = lines.count - shown.count
    guard !shown.isEmpty else { return nil }
    return (shown + (more > 0 ? ["- and \(more.grouped) more"] : [])).joined(separator: "\n")
  }

  // MARK: Sections

  private func sections(_ budget: inout CommentBudget) -> String? {
    let divided = report.promptsByChange.prefix(Self.rowLimit).compactMap { index -> String? in
      let prompt = report.prompts[index]
      let lines = prompt.sectionLines(atMost: Self.rowLimit).map { Self.row(markdownText($0.title), $0.cells) }
      guard !lines.isEmpty else { return nil }
      let head = Self.head("section", ["before", "after", "delta", "change"])
      return ([name(of: prompt) + "\n"] + head + lines).joined(separator: "\n")
    }
    let shown = divided.compactMap { budget.take($0) }
    return shown.isEmpty ? nil : folded("Tokens by section", shown.joined(separator: "\n\n"))
  }

  // MARK: Markdown

  private static func head(_ name: String, _ heads: [String]) -> [String] {
    let marks = heads.map { $0 == "model" ? ":--" : "--:" }
    return [row(name, heads), "|:--|" + marks.map { $0 + "|" }.joined()]
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    "| " + ([name] + cells.map(markdownSentence)).joined(separator: " | ") + " |"
  }

  private func folded(_ title: String, _ body: String) -> String {
    "<details><summary>\(title)</summary>\n\n\(body)\n\n</details>"
  }
}
