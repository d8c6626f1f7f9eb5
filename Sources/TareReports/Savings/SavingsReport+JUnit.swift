public import TareSavings
import TareText

extension SavingsReport {
  /// The report as JUnit's XML: a passed case for each prompt that differs, with what changed as its output, and an
  /// error for each that could not be read.
  ///
  /// There is no time in it, so that the same report is the same bytes.
  public var jUnit: String {
    var markup = MarkupWriter()
    markup.raw(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    let counts = [("tests", "\(prompts.count + unread.count)"), ("failures", "0"), ("errors", "\(unread.count)")]
    markup.block("testsuites", [("name", "tare")] + counts) { suites in
      suites.block("testsuite", [("name", "tare diff")] + counts) { suite in
        for (index, prompt) in prompts.enumerated() { write(prompt, at: index, to: &suite) }
        for path in unread { writeError(path, to: &suite) }
      }
    }
    return markup.text
  }

  private func write(_ prompt: PromptSavings, at index: Int, to suite: inout MarkupWriter) {
    suite.block("testcase", [("name", prompt.path), ("classname", "prompts")]) { test in
      let remarks = prompt.remarks.map { "\($0.isWarning ? "warning" : "note"): \($0.text)" }
      test.line("system-out", ([prompt.tokensText] + remarks).joined(separator: "\n"))
    }
  }

  private func writeError(_ path: String, to suite: inout MarkupWriter) {
    suite.block("testcase", [("name", path), ("classname", "prompts")]) { test in
      test.line("error", [("type", "unread"), ("message", "could not be read")], "")
    }
  }
}
