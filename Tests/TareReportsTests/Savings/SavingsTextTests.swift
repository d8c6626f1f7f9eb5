import TarePricing
import TareReports
import TareSavings
import TareText
import TareTokens
import Testing

/// The report for a terminal.
struct SavingsTextTests {
  @Test func `the terminal report aligns its numbers and says what they rest on`() throws {
    #expect(
      try SavingsMaterial.report(SavingsMaterial.everyKind, requestsPerMonth: 10_000).text == #"""
        main -> HEAD: 5 prompts differ, 1 the same
        model gpt-5.4 (openai), tokens exact
        2 fewer input tokens (-13.3% of 15); a month costs $0.050 less (-13.3% of
        $0.375) net of caching, $0.050 less (-13.3% of $0.375) gross

        before  after  delta   change  net/1,000  gross/1,000  net/month  prompt
             4      4      0     0.0%    $0.0000      $0.0000     $0.000  prompts/before.md -> prompts/after.md
             2      0     -2     gone   -$0.0050     -$0.0050    -$0.050  prompts/gone.md
             0      4     +4      new   +$0.0100     +$0.0100    +$0.100  prompts/new.md
             8      3     -5   -62.5%   -$0.0125     -$0.0125    -$0.125  prompts/support.md
             1      2     +1  +100.0%   +$0.0025     +$0.0025    +$0.025  prompts/日本語.md
            15     13     -2   -13.3%   -$0.0050     -$0.0050    -$0.050  total

        cost                                       before    after     delta  change
        1,000 requests with each  net of caching  $0.0375  $0.0325  -$0.0050  -13.3%
                                  gross           $0.0375  $0.0325  -$0.0050  -13.3%
        a month of 10,000         net of caching   $0.375   $0.325   -$0.050  -13.3%
                                  gross            $0.375   $0.325   -$0.050  -13.3%

        prompts/support.md: first change at 2:1 (byte 10); 3 tokens before it stay the same
        prompts/日本語.md: first change at 1:3 (byte 6); 1 token before it stays the same

        Tokens are counted in o200k_base: exact.
        Net of caching: a prompt's stable start, from 1,024 tokens on and in steps of
        128, is read from the cache at $0.25 a million; every request is taken to come
        within 5m of another.
        Gross: every input token costs $2.50 a million.
        Traffic: 10,000 requests a month, as stated, output is not counted.
        Prices are those of 2026-11-20 (litellm 1.109.1, compared with genai-prices
        0.2.3).

        """#)
  }

  @Test func `sections are shown that differ, and the others in one line`() throws {
    #expect(
      try SavingsMaterial.report([SavingsMaterial.divided], model: nil).text == #"""
        main -> HEAD: 1 prompt differs
        3 more input tokens (+12.0% of 25)

        before  after  delta  change  prompt
            25     28     +3  +12.0%  prompts/agent.md

        before  after  delta  change  section of prompts/agent.md
             7     11     +4  +57.1%  Tools
             6      0     -6    gone  Old
             0      5     +5     new  New
            12     12      0    0.0%  (2 other sections)

        prompts/agent.md: first change at 4:15 (byte 39); 12 tokens before it stay the same

        Tokens are counted in o200k_base: exact.

        """#)
  }

  @Test(arguments: [1, 7, 12_345, 999_999_937])
  func `printed parts add up to the printed totals`(requests: Int) throws {
    let pairs = (1...60).map { index in
      SavingsMaterial.pair(
        "p\(index).md", String(repeating: "old \(index) ", count: index), String(repeating: "n", count: index * index))
    }
    for model in ["gpt-5.4", "gpt-5-nano", "gpt-4o-mini", "claude-haiku-4-5"] {
      let text = try SavingsMaterial.report(pairs, model: model, requestsPerMonth: requests).text
      let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      let prompts = rows.filter { $0.count == 8 && $0[7].hasPrefix("p") && $0[7].hasSuffix(".md") }
      let total = try #require(rows.first { $0.count == 8 && $0[7] == "total" })
      #expect(prompts.count == 60)
      for column in [0, 1, 2, 4, 5, 6] { #expect(try sum(prompts.map { $0[column] }) == money(total[column])) }
      for costs in rows where costs.contains("caching") || costs.contains("gross") {
        guard costs.last?.hasSuffix("%") == true, costs.count >= 5 else { continue }
        let numbers = try costs.suffix(4).prefix(3).map { try money($0) }
        #expect(try numbers[1] - numbers[0] == numbers[2])
      }
    }
  }

  private func sum(_ cells: [String]) throws -> Money { try Money.sum(of: cells.map { try money($0) }) }

  private func money(_ cell: String) throws -> Money {
    try Money(dollars: String(cell.filter { !"$,+".contains($0) }))
  }

  @Test func `tokens of several models are never added up, and money is`() throws {
    let report = try SavingsMaterial.severalModels()
    #expect(report.tokens == nil)
    let totals = report.text.split(separator: "\n").filter { $0.hasSuffix("  total") || $0.hasSuffix("  2 prompts") }
    #expect(totals.count == 3, "\(totals)")
    // One prompt has no known price, and so neither has any sum it is part of; nor are there tokens in that.
    #expect(totals.last?.split(separator: " ").first == "unknown")
    #expect(report.text.contains("model claude-sonnet-4-6 (anthropic), tokens estimated"))
    #expect(report.text.contains("No price is known for no-such-model"))
  }

  @Test func `a cost that is not known is called so`() throws {
    let report = try SavingsMaterial.report(SavingsMaterial.everyKind, model: "gpt-4")
    #expect(report.text.contains("unknown"))
    #expect(report.text.contains("Net of caching: no price of cached tokens is known."))
  }

  @Test func `an estimate is called one everywhere`() throws {
    let report = try SavingsMaterial.report(SavingsMaterial.everyKind, model: "claude-sonnet-4-6")
    let tokens = try #require(report.tokens)
    guard case .estimated(let band) = tokens.basis else {
      Issue.record("\(tokens.basis)")
      return
    }
    for text in [report.text, report.markdown, report.html(toolVersion: "0")] {
      #expect(text.contains("\(tokens.basis)"))
    }
    #expect(report.json.contains("\"bandPerMille\": \(band)"))
  }
}
