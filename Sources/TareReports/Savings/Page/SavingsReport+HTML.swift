public import TareSavings
import TareText

extension SavingsReport {
  /// The report as one self-contained page: sums, what each prompt adds to them, the sections of those that change most,
  /// and all prompts in a table.
  ///
  /// - Parameter history: What the prompts that differ came to at each commit from one side to the other, where that is
  ///   known; it is drawn as a trend.
  public func html(history: HistoryReport? = nil, toolVersion: String) -> String {
    SavingsPage(self, history, toolVersion).text
  }
}

/// The parts of the page, from top to bottom.
struct SavingsPage {
  let report: SavingsReport
  let history: HistoryReport?
  private let toolVersion: String

  init(_ report: SavingsReport, _ history: HistoryReport?, _ toolVersion: String) {
    (self.report, self.history) = (report, history)
    self.toolVersion = toolVersion
  }

  var text: String {
    HTMLPage(title: "tare diff").text { body in
      writeHead(to: &body)
      writeGates(to: &body)
      if !report.prompts.isEmpty {
        writeNotices(to: &body)
        writeCharts(to: &body)
        writeTrend(to: &body)
        writeTable(to: &body)
      }
      writeFoot(to: &body)
    }
  }

  private func writeHead(to body: inout MarkupWriter) {
    body.block("header") { header in
      header.line("h1", "Prompt changes")
      header.line("p", [("class", "soft")]) {
        $0.inline("code", report.comparison.base)
        $0.write(" → ")
        $0.inline("code", report.comparison.head)
        $0.write(": \(report.extent).")
      }
      for model in report.modelTexts { header.line("p", [("class", "soft")], "Model \(model)") }
      header.line("p", "\(report.headline).")
      if let unread = report.unreadSentence({ $0 }) { header.line("p", [("class", "warning")], unread) }
      guard !report.prompts.isEmpty else { return }
      header.block("ul", [("class", "tiles")]) { tiles in
        for (figure, words) in figures {
          tiles.line("li") {
            $0.inline("b", figure)
            $0.write(words)
          }
        }
      }
    }
  }

  private func writeGates(to body: inout MarkupWriter) {
    let gates = report.gateLines
    guard !gates.isEmpty else { return }
    body.line("h2", "Gates")
    body.block("ul", [("class", "notices")]) { list in
      for gate in gates {
        let kind = gate.state == .failed ? "error" : gate.state == .warned ? "warning" : "info"
        for sentence in gate.state == .passed ? [""] : gate.sentences(atMost: 50, shown: { $0 }) {
          list.line("li", [("class", kind)]) {
            $0.inline("span", [("class", "rule")], "\(gate.name) \(gate.state.rawValue)")
            if !sentence.isEmpty { $0.write(": \(sentence)") }
          }
        }
      }
    }
  }

  private func writeNotices(to body: inout MarkupWriter) {
    let noticed = report.prompts.filter { !$0.remarks.isEmpty }
    guard !noticed.isEmpty else { return }
    body.line("h2", "What to know")
    body.block("ul", [("class", "notices")]) { list in
      for prompt in noticed {
        for remark in prompt.remarks {
          list.line("li", [("class", remark.isWarning ? "warning" : "info")]) {
            $0.inline("span", [("class", "rule")], remark.isWarning ? "warning" : "note")
            $0.write(" ")
            $0.inline("code", prompt.path)
            $0.write(": \(remark.text)")
          }
        }
      }
    }
  }

  private func writeFoot(to body: inout MarkupWriter) {
    body.block("footer") { footer in
      if !report.prompts.isEmpty {
        if let sentence = report.rewritingSentence { footer.line("p", sentence) }
        for line in report.assumptions { footer.line("p", line) }
      }
      footer.line("p", "tare \(toolVersion)")
    }
  }
}
