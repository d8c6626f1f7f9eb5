import TareJSON
import TarePricing
import TareReports
import Testing

struct ForecastReportTests {
  private func report(_ names: [String?], _ change: (inout ForecastScenario) throws -> Void = { _ in }) throws
    -> ForecastReport
  {
    let catalogue = try RateCatalogue.builtIn
    let scenarios = try names.map { name in
      var scenario = ForecastScenario(
        name: name, rate: try catalogue.rate(for: "gpt-5.4"), inputTokens: Fraction(2_000), outputTokens: Fraction(500),
        volume: RequestVolume(Fraction(50_000), in: .day))
      try change(&scenario)
      return scenario
    }
    return ForecastReport(try ForecastComparison(scenarios), prices: catalogue, at: nil)
  }

  private func dollars(_ cell: Substring) -> Int? {
    Int(cell.filter { $0.isNumber || $0 == "-" })
  }

  @Test func `printed effects add up to the printed total`() throws {
    let report = try report([nil]) { scenario in
      scenario.inputCut = try Fraction(share: "33.3%")
      scenario.responseCaches = ["7.77%", "11.1%", "0.13%"].compactMap { text in
        (try? Fraction(share: text)).map { ResponseCache(name: text, hitShare: $0) }
      }
      scenario.retries = Retries(share: try Fraction(share: "3.7%"), average: try Fraction(decimal: "1.9"))
    }
    let rows = report.markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
      .map { $0.split(separator: "|").map { $0.split(separator: " ").joined()[...] } }
    var above = 0
    for (index, row) in rows.enumerated() {
      let total = try #require(dollars(row[2]))
      if index > 0 { #expect(try #require(dollars(row[1])) == total - above, "\(row)") }
      above = total
    }
    #expect(rows.count == 6)
  }

  @Test func `a percentage names what it is of`() throws {
    let report = try report(["as it is", "cut"]) { $0.inputCut = $0.name == "cut" ? try Fraction(share: "60%") : nil }
    #expect(report.text.contains("-24.0% against the plain requests, $18,750.00"))
    #expect(report.text.contains("vs as it is"))
    #expect(report.text.contains("vs line above"))
    #expect(report.json.contains(#""changePercentOfPlain": "-24""#))
    #expect(report.json.contains(#""changePercentOfBaseline": "-24""#))
  }

  @Test func `a price that is not known leaves no sum behind`() throws {
    let catalogue = try RateCatalogue.builtIn
    let rate = try #require(catalogue.rates.first { $0.batch == nil && $0.output != nil })
    let report = try report([nil]) {
      $0.rate = rate
      $0.batchShare = .one
    }
    #expect(!report.isComplete)
    #expect(report.json.contains(#""usd": null"#))
    #expect(report.text.contains("unknown"))
    #expect(report.text.contains("Incomplete: batch: \(rate.model) has no known price for input in batch"))
  }

  @Test func `a name with a line end and a tag stays one line of text`() throws {
    let report = try report(["a\n<b>|\u{1B}[31m", "c"])
    #expect(!report.text.contains("a\n<b>") && !report.text.contains("\u{1B}"))
    #expect(!report.markdown.contains("<b>"))
    let rows = report.markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(Set(rows.map { $0.split(separator: "|").count }).count <= 2)
    #expect(throws: Never.self) { try JSONDocument(parsing: Array(report.json.utf8)) }
  }

  @Test func `every row of CSV has as many cells as its head`() throws {
    let report = try report(["a", "b"]) { $0.outputCut = .one }
    let counts = report.csv.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).count
    }
    #expect(counts.count == 5)
    #expect(Set(counts.dropFirst()).count >= 1)
  }

  @Test func `an answer is one line that has the caller's id as it was written`() throws {
    let line =
      #"{"id": {"a": [1, 2]}, "kind": "ratio", "inputs": {"numerator": 1, "denominator": 3}, "claim": {"ratio": 0.3}}"#
    let answer = try Calculation(JSONDocument(parsing: Array(line.utf8)).root).answer()
    #expect(
      String(decoding: answer.jsonLine, as: UTF8.self)
        == #"{"id":{"a": [1, 2]},"kind":"ratio","result":{"ratio":"0.333333"},"claim":{"ratio":{"claimed":"0.3","right":"0.333333333333333","verdict":"rounded","off_percent":"-10"}}}"#
    )
  }
}
