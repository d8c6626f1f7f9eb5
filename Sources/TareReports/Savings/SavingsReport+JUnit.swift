public import TareSavings
import TareText

extension SavingsReport {
  /// The report as JUnit's XML: a suite of the prompts that differ, each a passed case with what changed as its output,
  /// and an error for each that could not be read; and a suite for each gate, with a case for each prompt it looks at, or
  /// one for all of them. What fails a run is a failure, what warns is output.
  ///
  /// There is no time in it, so that the same report is the same bytes.
  public var jUnit: String {
    let suites = [promptSuite] + verdicts.map(suite)
    var markup = MarkupWriter()
    markup.raw(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    markup.block("testsuites", [("name", "tare")] + TestSuite.counts(suites.flatMap(\.cases))) { element in
      for suite in suites { suite.write(to: &element) }
    }
    return markup.text
  }

  private var promptSuite: TestSuite {
    let cases = prompts.map { prompt in
      let remarks = prompt.remarks.map { "\($0.isWarning ? "warning" : "note"): \($0.text)" }
      return TestSuite.Case(name: prompt.path, text: ([prompt.tokensText] + remarks).joined(separator: "\n"))
    }
    let errors = unread.map { TestSuite.Case(name: $0, state: .error("unread"), text: "could not be read") }
    return TestSuite(name: "prompts", cases: cases + errors)
  }

  private func suite(_ verdict: GateVerdict) -> TestSuite {
    let name = verdict.setting.gate.name
    let all = verdict.findings.filter { $0.path == nil }
    let found = Dictionary(grouping: verdict.findings.filter { $0.path != nil }, by: \.path)
    let paths = verdict.setting.gate.isAboutEachPrompt || !found.isEmpty ? prompts.map(\.path) : []
    let cases = paths.map { TestSuite.Case($0, found[$0] ?? [], verdict) }
    return TestSuite(name: "gate \(name)", cases: cases.isEmpty ? [TestSuite.Case("all prompts", all, verdict)] : cases)
  }
}

extension Gate {
  /// Whether it judges each prompt for itself.
  fileprivate var isAboutEachPrompt: Bool {
    switch self {
    case .growth, .promptTokens, .contextShare, .unknownModel, .exactness: true
    case .monthlyIncrease, .staleCatalogue, .claimedSaving: false
    }
  }
}

/// A suite of JUnit's XML.
private struct TestSuite {
  let name: String
  let cases: [Case]

  /// A case, what became of it, and what is said of it.
  struct Case {
    let name: String
    var state = State.passed
    let text: String
  }

  enum State {
    case passed
    case failure(String)
    case error(String)
  }

  /// How many cases there are of each kind.
  static func counts(_ cases: [Case]) -> [(String, String)] {
    let failures = cases.count { if case .failure = $0.state { true } else { false } }
    let errors = cases.count { if case .error = $0.state { true } else { false } }
    return [("tests", "\(cases.count)"), ("failures", "\(failures)"), ("errors", "\(errors)")]
  }

  func write(to suites: inout MarkupWriter) {
    suites.block("testsuite", [("name", name)] + Self.counts(cases)) { suite in
      for test in cases {
        suite.block("testcase", [("name", test.name), ("classname", name)]) { test.write(to: &$0) }
      }
    }
  }
}

extension TestSuite.Case {
  fileprivate init(_ name: String, _ findings: [GateVerdict.Finding], _ verdict: GateVerdict) {
    self.name = name
    let phrases = findings.map(\.reason.phrase).joined(separator: "\n")
    guard !findings.isEmpty else {
      text = "passed"
      return
    }
    text = verdict.isFailure ? phrases : "warning: \(phrases)"
    if verdict.isFailure { state = .failure(verdict.setting.gate.id.rawValue) }
  }

  fileprivate func write(to test: inout MarkupWriter) {
    switch state {
    case .passed: test.line("system-out", text)
    case .failure(let type): test.line("failure", [("type", type), ("message", text)], "\(name): \(text)")
    case .error(let type): test.line("error", [("type", type), ("message", text)], "\(name): \(text)")
    }
  }
}
