import Foundation
import TareJSON
import TarePricing
import Testing

struct CalculationTests {
  /// A line of `Tests/BillingData/calculations.ndjson`.
  struct Case: Sendable, CustomTestStringConvertible {
    let object: JSONValue
    var testDescription: String { object["id"]?.string ?? "" }

    static let all: [Case] = {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../BillingData/calculations.ndjson")
      let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
      return lines.compactMap { try? Case(object: JSONDocument(parsing: Array($0.utf8)).root) }
    }()
  }

  @Test func `the cases are of every kind`() {
    #expect(Case.all.count == 64)
    #expect(
      Set(Case.all.compactMap { $0.object["kind"]?.string }) == Set(CalculationKind.all.map(\.name)))
  }

  @Test(arguments: Case.all)
  func `every figure of a case comes out`(example: Case) throws {
    let answer = try Calculation(example.object).answer(RateCatalogue.builtIn)
    let tolerance = try Fraction(decimal: #require(example.object["tolerance"]?.string))
    let expected = try #require(example.object["expected"])
    #expect(!expected.members.isEmpty)
    for member in expected.members {
      let figure = try #require(answer.figures.first { $0.name == member.name }, "\(member.name)")
      let found = figure.texts
      let wanted = member.value.kind == .array ? member.value.elements : [member.value]
      try #require(found.count == wanted.count, "\(member.name)")
      for (text, value) in zip(found, wanted) {
        let number = try Fraction(decimal: #require(value.string ?? value.numberText))
        #expect(
          try (Fraction(decimal: text) - number).magnitude <= tolerance, "\(member.name): \(text) is not \(number)")
      }
    }
  }

  @Test(arguments: [
    ("135000", CalculationAnswer.Claim.Verdict.wrong, "-33.333333"), ("202500", .right, "0"),
    ("202500.0", .right, "0"), ("202500.4", .wrong, "0.000198"),
  ])
  func `a claim is right, or it is not`(claim: String, verdict: CalculationAnswer.Claim.Verdict, off: String) throws {
    let answer = try answer(
      """
      {"kind": "request_volume", "inputs": {"input_tokens": 2000, "output_tokens": 500, "input_per_mtok": 3,
       "output_per_mtok": 15, "requests_per_day": 500000, "days": 30}, "claim": {"monthly_usd": "\(claim)"}}
      """)
    #expect(answer.claims.map(\.verdict) == [verdict])
    #expect(answer.claims.first?.offPercent?.decimalText(places: 6) == off)
  }

  @Test(arguments: [
    (
      #"{"kind": "compound_savings", "inputs": {"savings_percent": [30, 40, 50]}, "claim": {"combined_saving_percent": 120}}"#,
      "impossible"
    ),
    (
      #"{"kind": "compound_savings", "inputs": {"savings_percent": [30, 40, 50]}, "claim": {"combined_saving_percent": 80}}"#,
      "wrong"
    ),
    (
      #"{"kind": "routing_bound", "inputs": {"share_to_cheap": 0.8, "cheap_to_expensive_price_ratio": 0.01}, "claim": {"factor_at_ratio": 10}}"#,
      "impossible"
    ),
    (
      #"{"kind": "routing_bound", "inputs": {"share_to_cheap": 0.8, "cheap_to_expensive_price_ratio": 0.01}, "claim": {"factor_at_ratio": 4.9}}"#,
      "wrong"
    ),
    (#"{"kind": "routing_bound", "inputs": {"share_to_cheap": 0.8}, "claim": {"max_factor": 5}}"#, "right"),
  ])
  func `a claim of more than can be at any price is impossible`(line: String, verdict: String) throws {
    #expect(try answer(line).claims.map(\.verdict.rawValue) == [verdict])
  }

  @Test func `a claim about a list is a list`() throws {
    let line = #"{"kind": "shares", "inputs": {"parts": [1, 3]}, "claim": {"percents": ["25", "70"]}}"#
    let claims = try answer(line).claims
    #expect(claims.map(\.name) == ["percents[0]", "percents[1]"])
    #expect(claims.map(\.isWrong) == [false, true])
    #expect(throws: CalculationError.self) { try answer(line.replacing("70\"]", with: "70\", 5]")) }
  }

  @Test func `a claim with fewer places is the right number rounded`() throws {
    let line = #"{"kind": "ratio", "inputs": {"numerator": "202500", "denominator": "22000"}, "claim": {"ratio": 9.2}}"#
    #expect(try answer(line).claims.map(\.verdict) == [.rounded])
  }

  @Test(arguments: [
    (#"[1]"#, "is no object with kind and inputs"),
    (#"{"inputs": {}}"#, "kind is missing: the name of a formula"),
    (#"{"kind": "rety", "inputs": {}}"#, "unknown kind \"rety\"; did you mean \"retry\"?"),
    (#"{"kind": "retry"}"#, "inputs is missing: an object of numbers"),
    (#"{"kind": "retry", "inputs": [1]}"#, "inputs is no object"),
    (#"{"kind": "sum", "inputs": {"parts": [1]}, "claim": "1"}"#, "claim is no object of numbers"),
    (#"{"kind": "retry", "inputs": {"base": 1}}"#, "unknown input \"base\"; did you mean \"base_usd\"?"),
    (#"{"kind": "ratio", "inputs": {"numerator": 1}}"#, "the input denominator is missing"),
    (
      #"{"kind": "ratio", "inputs": {"numerator": 1, "denominator": "0.0"}}"#,
      "denominator is 0, and nothing is divided by that"
    ),
    (
      #"{"kind": "retry", "inputs": {"base_usd": 1, "retry_rate": "8", "avg_retries": 1}}"#,
      "retry_rate is above 1, and is a share from 0 to 1"
    ),
    (
      #"{"kind": "percent_change", "inputs": {"before": 0, "after": 1}}"#,
      "before is not above 0, and nothing can be a percentage of it"
    ),
    (
      #"{"kind": "judge_cost", "inputs": {"cases": -1, "usd_per_case": 1, "runs_per_month": 1}}"#, "cases is below 0"
    ),
    (#"{"kind": "sum", "inputs": {"parts": []}}"#, "parts is no list of 1 to 10000 numbers"),
    (#"{"kind": "sum", "inputs": {"parts": ["1e3"]}}"#, "parts: \"1e3\" is not a decimal number such as 2.50"),
    (
      #"{"kind": "compound_savings", "inputs": {"savings_percent": [101]}}"#,
      "savings_percent has a number above 100, and nothing saves more than all"
    ),
    (
      #"{"kind": "history_growth", "inputs": {"system_tokens": 1, "user_tokens": 1, "assistant_tokens": 1, "turns": 1.5}}"#,
      "turns is no whole number from 1 to 1000000"
    ),
    (
      #"{"kind": "sum", "inputs": {"parts": [1]}, "claim": {"totl": 1}}"#,
      "the claim \"totl\" is about nothing that comes out: total"
    ),
    (
      #"{"kind": "routing_mix", "inputs": {"requests_per_day": [1, 2], "cost_per_request_usd": [1], "days": 1}}"#,
      "requests_per_day has 2 numbers and cost_per_request_usd has 1"
    ),
  ])
  func `what cannot be calculated is said`(line: String, reason: String) throws {
    let error = #expect(throws: CalculationError.self) { try answer(line) }
    #expect(error?.description == reason)
  }

  @Test(arguments: [("5e-05", "0.00005"), ("1.5E2", "150"), ("2e+0", "2"), ("-1e-1", "-0.1"), ("7", "7")])
  func `a number of JSON may have an exponent`(number: String, total: String) throws {
    let answer = try answer(#"{"kind": "sum", "inputs": {"parts": [\#(number)]}}"#)
    #expect(answer.figures.map(\.value) == [.number(try Fraction(decimal: total), places: 15)])
  }

  @Test(arguments: ["1e31", "1e-31", "1e999999999999999999999"])
  func `an exponent beyond the digits of a number is refused`(number: String) {
    #expect(throws: CalculationError.self) { try answer(#"{"kind": "sum", "inputs": {"parts": [\#(number)]}}"#) }
  }

  @Test func `routing everything away has no bound`() throws {
    let answer = try answer(
      #"{"kind": "routing_bound", "inputs": {"share_to_cheap": 1, "cheap_to_expensive_price_ratio": "0.25"}}"#)
    #expect(answer.figures.map(\.value) == [.unbounded, .number(Fraction(4), places: 6)])
  }

  @Test func `a model that is not in the catalogue is unknown and has no price of 0`() throws {
    let answer = try answer(
      """
      {"kind": "price_table", "inputs": {"columns": ["model", "input_per_mtok", "output_per_mtok"],
       "rows": [["GPT-4.1", "2.5", "10"], ["Claude Sonnet 4.6", 3, 15], ["Llama 9", 0, 0]]}}
      """)
    guard case .prices(let rows) = answer.figures[1].value else { throw CancellationError() }
    #expect(answer.figures.map(\.name) == ["rows", "models", "prices_of"])
    #expect(rows.map(\.verdict) == [.differs, .same, .unknown])
  }

  private func answer(_ line: String) throws -> CalculationAnswer {
    try Calculation(JSONDocument(parsing: Array(line.utf8)).root).answer(RateCatalogue.builtIn)
  }
}

extension CalculationFigure {
  /// The figure as it is printed.
  fileprivate var texts: [String] {
    switch value {
    case .number(let number, let places): [number.decimalText(places: places)]
    case .numbers(let numbers, let places): numbers.map { $0.decimalText(places: places) }
    case .count(let count): [String(count)]
    case .unbounded, .prices, .day: []
    }
  }
}
