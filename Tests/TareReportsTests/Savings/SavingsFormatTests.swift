import TareReports
import TareSavings
import TareText
import Testing

/// What holds for every format.
struct SavingsFormatTests {
  private let formats = SavingsFormat.allCases

  private func text(_ report: SavingsReport, _ format: SavingsFormat) -> String {
    report.rendered(as: format, toolVersion: "0.1.0")
  }

  @Test(arguments: ["gpt-5.4", "gpt-4", "gpt-5-nano", "claude-haiku-4-5", nil])
  func `every format with prices prints the catalogue's day and source`(model: String?) throws {
    let report = try SavingsMaterial.report(SavingsMaterial.everyKind, model: model)
    for format in formats where format != .junit {
      #expect(text(report, format).contains("2026-11-20") == (model != nil), "\(format)")
      #expect(text(report, format).contains("litellm") == (model != nil && format != .llm), "\(format)")
    }
  }

  @Test func `the same report is the same bytes`() throws {
    for (first, second) in try zip(SavingsMaterial.all(), SavingsMaterial.all()) {
      for format in formats { #expect(text(first.report, format) == text(second.report, format), "\(first.name)") }
    }
  }

  @Test func `no control and no sign of direction passes through a format that people read`() throws {
    for (name, report) in try SavingsMaterial.all() {
      for format in formats where format != .json && format != .csv {
        let unfit = text(report, format).unicodeScalars.filter { $0.isUnfitToShow && $0 != "\n" }
        #expect(unfit.isEmpty, "\(name) \(format) \(unfit)")
      }
    }
  }

  @Test func `what is new has not grown by any share, and what is gone not shrunk`() throws {
    let pairs = [SavingsMaterial.pair("new.md", nil, "a b c"), SavingsMaterial.pair("gone.md", "a b c", nil)]
    for pair in pairs {
      let report = try SavingsMaterial.report([pair], requestsPerMonth: 10)
      for format in formats {
        let text = text(report, format)
        #expect(!text.contains("+100") && !text.contains("∞"), "\(format)")
        #expect(text.contains("new") || text.contains("gone"), "\(format)")
      }
    }
  }

  @Test func `every format says of each gate whether it is passed`() throws {
    let report = try SavingsMaterial.judged(SavingsMaterial.severalModels())
    let failed = report.verdicts.filter(\.isFailure)
    #expect(failed.count >= 3 && report.verdicts.contains { $0.isPassed })
    // CSV has a row for each prompt, and some gates judge all of them together.
    for format in formats where format != .csv {
      let text = text(report, format)
      for verdict in failed { #expect(text.contains(verdict.setting.gate.id.rawValue), "\(format)") }
    }
    let lines = report.text.split(separator: "\n").filter { $0.hasPrefix("gate") }
    let states = lines.map { $0.contains(" failed: ") ? 0 : $0.contains(" warned: ") ? 1 : 2 }
    #expect(states == states.sorted() && Set(states) == [0, 1, 2], "\(lines)")
  }

  @Test func `what acts on a report reads fewer tokens of it than of any other format`() throws {
    for (name, report) in try SavingsMaterial.all() where report.prompts.count > 1 {
      let size = text(report, .llm).utf8.count
      for format in [SavingsFormat.text, .markdown, .json, .html] {
        #expect(size < text(report, format).utf8.count, "\(name) \(format)")
      }
    }
  }

  @Test(arguments: ["gpt-5.4", nil])
  func `what is counted of a file is said where not all of it is`(model: String?) throws {
    let report = try SavingsMaterial.report([SavingsMaterial.rule], model: model)
    for format in [SavingsFormat.text, .markdown, .json, .html] {
      #expect(text(report, format).contains("Counted is what is sent: the body and"), "\(format)")
    }
    let plain = try SavingsMaterial.report(SavingsMaterial.everyKind, model: model)
    #expect(!text(plain, .json).contains("Counted is"))
  }

  @Test func `nothing to compare is said in every format`() throws {
    let report = try SavingsMaterial.report([SavingsMaterial.pair("same.md", "x", "x")])
    #expect(report.text == "main -> HEAD: no prompt differs (1 compared)\n")
    #expect(report.markdown.contains("### No prompt differs"))
    #expect(report.html(toolVersion: "0").contains("No prompt differs."))
    #expect(report.json.contains("\"unchangedPrompts\": 1"))
    #expect(report.csv.split(separator: "\n").count == 1)
    #expect(report.jUnit.contains(#"tests="0""#))
  }
}
