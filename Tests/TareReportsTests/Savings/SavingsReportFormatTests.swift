import TareJSON
import TareModels
import TarePricing
import TarePrompts
import TareReports
import TareSavings
import TareText
import TareTokens
import Testing

struct SavingsReportFormatTests {
  private func report(
    _ pairs: [PromptPair], model: String? = "gpt-5.4", requestsPerMonth: Int? = nil, base: String = "main",
    head: String = "HEAD"
  ) throws -> SavingsReport {
    let catalogue = try RateCatalogue.builtIn
    let rate = try model.map { try catalogue.rate(for: $0) }
    var traffic = TrafficProfile()
    traffic.perMonth = requestsPerMonth
    let tokenizer = try model.map { try ModelTokenizer(for: ModelDirectory.builtIn.model(named: $0)) }
    return try SavingsReport(
      comparing: pairs, .init(base: base, head: head),
      use: PromptUse(
        counting: tokenizer ?? ModelTokenizer(.o200kBase), price: rate.map { PriceTag($0, in: catalogue) },
        traffic: traffic))
  }

  private func pair(_ path: String, _ before: String?, _ after: String?, was: String? = nil) -> PromptPair {
    PromptPair(
      path: path, previousPath: was, before: before.map { PromptText(SourceText($0)) },
      after: after.map { PromptText(SourceText($0)) })
  }

  private var everyKind: [PromptPair] {
    [
      pair("prompts/support.md", "Be brief.\nCite your sources.\n", "Be brief.\n"),
      pair("prompts/new.md", nil, "Answer in English.\n"), pair("prompts/gone.md", "Unused.\n", nil),
      pair("prompts/after.md", "Use the tools.\n", "Use the tools.\n", was: "prompts/before.md"),
      pair("prompts/日本語.md", "はい", "はい。"), pair("prompts/same.md", "x", "x"),
    ]
  }

  @Test func `the terminal report aligns its numbers and says what they rest on`() throws {
    #expect(
      try report(everyKind, requestsPerMonth: 10_000).text == #"""
        main -> HEAD: 5 prompts differ, 1 the same
        model gpt-5.4 (openai), tokens exact
        2 fewer input tokens (-13.3%); 1,000 requests cost $0.0050 less net of caching,
        $0.0050 less gross

        before  after  delta   change       net     gross  prompt
             4      4      0     0.0%   $0.0000   $0.0000  prompts/before.md -> prompts/after.md
             2      0     -2     gone  -$0.0050  -$0.0050  prompts/gone.md
             0      4     +4      new  +$0.0100  +$0.0100  prompts/new.md
             8      3     -5   -62.5%  -$0.0125  -$0.0125  prompts/support.md
             1      2     +1  +100.0%  +$0.0025  +$0.0025  prompts/日本語.md
            15     13     -2   -13.3%  -$0.0050  -$0.0050  total

        input cost                          before    after     delta
        1,000 requests     net of caching  $0.0375  $0.0325  -$0.0050
                           gross           $0.0375  $0.0325  -$0.0050
        a month of 10,000  net of caching   $0.375   $0.325   -$0.050
                           gross            $0.375   $0.325   -$0.050

        prompts/support.md: first change at 2:1 (byte 10); 3 tokens before it stay the same
        prompts/日本語.md: first change at 1:3 (byte 6); 1 token before it stays the same

        Tokens are counted in o200k_base: exact.
        Net of caching: each request reads the prompt's stable start from the cache at
        $0.25 a million, where it has at least 1,024 tokens; writing it is not counted.
        Gross: every token of the prompt costs the input price, $2.50 a million; output
        is not part of a prompt.
        A month has 10,000 requests with each prompt, as stated.
        Prices are those of 2026-11-20 (litellm 1.109.1, compared with genai-prices
        0.2.3).

        """#)
  }

  @Test func `the Markdown report leads with the direction`() throws {
    #expect(
      try report(everyKind).markdown == #"""
        <!-- tare-diff model=gpt-5.4 -->

        ### 2 fewer input tokens (-13.3%); 1,000 requests cost $0.0050 less net of caching, $0.0050 less gross

        <code>main</code> → <code>HEAD</code>: 5 prompts differ, 1 the same. Model gpt-5.4 (openai), tokens exact.

        | prompt | before | after | Δ tokens | change | net of caching, per 1,000 | gross, per 1,000 |
        |:--|--:|--:|--:|--:|--:|--:|
        | <code>prompts/before.md</code> → <code>prompts/after.md</code> | 4 | 4 | 0 | 0.0% | $0.0000 | $0.0000 |
        | <code>prompts/gone.md</code> | 2 | 0 | -2 | gone | -$0.0050 | -$0.0050 |
        | <code>prompts/new.md</code> | 0 | 4 | +4 | new | +$0.0100 | +$0.0100 |
        | <code>prompts/support.md</code> | 8 | 3 | -5 | -62.5% | -$0.0125 | -$0.0125 |
        | <code>prompts/日本語.md</code> | 1 | 2 | +1 | +100.0% | +$0.0025 | +$0.0025 |
        | **total** | 15 | 13 | -2 | -13.3% | -$0.0050 | -$0.0050 |

        <details><summary>How this was counted</summary>

        - Tokens are counted in o200k_base: exact.
        - Net of caching: each request reads the prompt's stable start from the cache at $0.25 a million, where it has at least 1,024 tokens; writing it is not counted.
        - Gross: every token of the prompt costs the input price, $2.50 a million; output is not part of a prompt.
        - Prices are those of 2026-11-20 (litellm 1.109.1, compared with genai-prices 0.2.3).

        </details>

        """#)
  }

  @Test func `the JSON report has base, head and diff of every number`() throws {
    #expect(
      try report([pair("p.md", "Be brief.\nCite your sources.\n", "Be brief.\n")], requestsPerMonth: 3).json == #"""
        {
          "schemaVersion": 1,
          "report": "diff",
          "base": "main",
          "head": "HEAD",
          "counting": {
            "encoding": "o200k_base",
            "basis": "exact"
          },
          "prices": {
            "model": "gpt-5.4",
            "provider": "openai",
            "isDefaultModel": false,
            "date": "2026-11-20",
            "at": null,
            "source": "litellm 1.109.1, compared with genai-prices 0.2.3",
            "record": "litellm 1.109.1, gpt-5.4",
            "currency": "USD",
            "inputPerMillion": "2.5",
            "cachedInputPerMillion": "0.25",
            "minimumCacheableTokens": 1024
          },
          "requestsPerMonth": 3,
          "total": {
            "base": {
              "tokens": 8,
              "perThousandRequests": {
                "net": "0.02",
                "gross": "0.02"
              },
              "perMonth": {
                "net": "0.00006",
                "gross": "0.00006"
              }
            },
            "head": {
              "tokens": 3,
              "perThousandRequests": {
                "net": "0.0075",
                "gross": "0.0075"
              },
              "perMonth": {
                "net": "0.0000225",
                "gross": "0.0000225"
              }
            },
            "diff": {
              "tokens": -5,
              "tokensPerMille": -625,
              "perThousandRequests": {
                "net": "-0.0125",
                "gross": "-0.0125"
              },
              "perMonth": {
                "net": "-0.0000375",
                "gross": "-0.0000375"
              }
            }
          },
          "unchangedPrompts": 0,
          "unread": [],
          "prompts": [
            {
              "path": "p.md",
              "previousPath": null,
              "change": "changed",
              "base": {
                "tokens": 8,
                "stableTokens": 8,
                "perThousandRequests": {
                  "net": "0.02",
                  "gross": "0.02"
                },
                "perMonth": {
                  "net": "0.00006",
                  "gross": "0.00006"
                }
              },
              "head": {
                "tokens": 3,
                "stableTokens": 3,
                "perThousandRequests": {
                  "net": "0.0075",
                  "gross": "0.0075"
                },
                "perMonth": {
                  "net": "0.0000225",
                  "gross": "0.0000225"
                }
              },
              "diff": {
                "tokens": -5,
                "stableTokens": -5,
                "tokensPerMille": -625,
                "perThousandRequests": {
                  "net": "-0.0125",
                  "gross": "-0.0125"
                },
                "perMonth": {
                  "net": "-0.0000375",
                  "gross": "-0.0000375"
                }
              },
              "sharedPrefix": {
                "tokens": 3,
                "firstChangedByte": 10,
                "line": 2,
                "column": 1
              },
              "notices": []
            }
          ],
          "assumptions": [
            "Tokens are counted in o200k_base: exact.",
            "Net of caching: each request reads the prompt's stable start from the cache at $0.25 a million, where it has at least 1,024 tokens; writing it is not counted.",
            "Gross: every token of the prompt costs the input price, $2.50 a million; output is not part of a prompt.",
            "A month has 3 requests with each prompt, as stated.",
            "Prices are those of 2026-11-20 (litellm 1.109.1, compared with genai-prices 0.2.3)."
          ]
        }

        """#)
  }

  @Test(arguments: ["gpt-5.4", "gpt-4", "gpt-5-nano", "claude-haiku-4-5", nil])
  func `every format prints the catalogue's day and source where it prints prices`(model: String?) throws {
    let report = try report(everyKind, model: model)
    for text in [report.text, report.markdown, report.json] {
      #expect(text.contains("2026-11-20") == (model != nil))
      #expect(text.contains("litellm") == (model != nil))
    }
  }

  @Test(arguments: [1, 7, 12_345, 999_999_937])
  func `printed parts add up to the printed totals`(requests: Int) throws {
    let pairs = (1...60).map { index in
      pair(
        "p\(index).md", String(repeating: "old \(index) ", count: index), String(repeating: "n", count: index * index))
    }
    for model in ["gpt-5.4", "gpt-5-nano", "gpt-4o-mini", "claude-haiku-4-5"] {
      let text = try report(pairs, model: model, requestsPerMonth: requests).text
      let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      let prompts = rows.filter { $0.count == 7 && $0[6].hasPrefix("p") && $0[6].hasSuffix(".md") }
      let total = try #require(rows.first { $0.count == 7 && $0[6] == "total" })
      #expect(prompts.count == 60)
      for column in [0, 1, 2] { #expect(try sum(prompts.map { $0[column] }) == money(total[column])) }
      for column in [4, 5] { #expect(try sum(prompts.map { $0[column] }) == money(total[column])) }
      for costs in rows where costs.contains("caching") || costs.contains("gross") {
        guard costs.count >= 4, costs.suffix(3).allSatisfy({ $0.contains("$") }) else { continue }
        let numbers = try costs.suffix(3).map { try money($0) }
        #expect(try numbers[1] - numbers[0] == numbers[2])
      }
    }
  }

  private func sum(_ cells: [String]) throws -> Money { try Money.sum(of: cells.map { try money($0) }) }

  private func money(_ cell: String) throws -> Money {
    try Money(dollars: String(cell.filter { !"$,+".contains($0) }))
  }

  @Test func `a JSON report holds the exact sums as strings`() throws {
    let report = try report(everyKind, model: "gpt-5-nano", requestsPerMonth: 7)
    let root = try JSONDocument(parsing: Array(report.json.utf8)).root
    let total = try #require(root["total"])
    for side in ["base", "head", "diff"] {
      let parts = try (root["prompts"]?.elements ?? []).compactMap {
        try $0[side]?["perMonth"]?["gross"]?.string.map { try Money(dollars: $0) }
      }
      #expect(try total[side]?["perMonth"]?["gross"]?.string == Money.sum(of: parts).decimalText)
      let tokens = (root["prompts"]?.elements ?? []).compactMap { $0[side]?["tokens"]?.integer }
      #expect(total[side]?["tokens"]?.integer == tokens.reduce(0, +))
    }
  }

  @Test(arguments: [
    "a\nb.md", "a\u{1B}[31mred.md", "\u{202E}dm.a", "a|b`c`<img src=x>.md", "@everyone #1 **x** [y](z).md", "\u{7F}.md",
    "\"q\".md",
  ])
  func `a file name cannot break a line, colour a terminal or format a comment`(name: String) throws {
    let report = try report([pair(name, "old text", "new")], base: name, head: name)
    for text in [report.text, report.markdown] {
      #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
      #expect(!text.contains("\u{202E}"))
    }
    #expect(!report.markdown.contains("<img") && !report.markdown.contains("@everyone"))
    #expect(report.markdown.split(separator: "\n").count { $0.hasPrefix("|") } == 3)
    let json = try JSONDocument(parsing: Array(report.json.utf8))
    #expect(json.root["prompts"]?.elements.first?["path"]?.string == name)
  }

  @Test func `a comment shows ten rows, folds the rest and fits into what GitHub takes`() throws {
    let long = String(repeating: "folder/", count: 60)
    for count in [9, 10, 11, 500] {
      let pairs = (0..<count).map { pair("\(long)\($0).md", "old words here", "new") }
      let markdown = try report(pairs).markdown
      #expect(markdown.utf8.count < 60_000)
      #expect(markdown.contains("<summary>") && markdown.contains("more prompts</summary>") == (count > 10))
      let firstTable = markdown.split(separator: "**total**")[0]
      #expect(firstTable.split(separator: "\n").count { $0.hasPrefix("| <code>") } == min(count, 10))
    }
  }

  @Test(arguments: ["p", "folder/", "_", "|", "日本語/", "\u{1}", "👩‍👩‍👧"])
  func `a comment on two thousand prompts fits, however they are called`(part: String) throws {
    let long = String(repeating: part, count: 4_096 / part.utf8.count)
    let pairs = (0..<2_000).map { index in
      pair(
        "\(long)\(index)", String(repeating: "word ", count: index < 20 ? 1_100 : 2), "word",
        was: index % 2 == 0 ? "\(long)\(index)b" : nil)
    }
    let markdown = try report(pairs, requestsPerMonth: .max / 1_000_000, base: long, head: long).markdown
    #expect(markdown.utf8.count < 60_000)
    let rows = markdown.split(separator: "\n").count { $0.hasPrefix("| <code>") }
    #expect(rows >= 10 && markdown.contains("\((2_000 - rows).grouped) more prompts do not fit here"))
    #expect(markdown.contains("- and 10 more\n") && markdown.contains("How this was counted"))
  }

  @Test func `a name too long for a row is shown by its end`() throws {
    let markdown = try report([pair(String(repeating: "folder/", count: 60) + "the-end.md", "a b", "a")]).markdown
    #expect(markdown.contains("<code>…") && markdown.contains("/folder/the-end.md</code>"))
  }

  @Test(arguments: ["gpt-5.4", nil])
  func `what is counted of a file is said where not all of it is`(model: String?) throws {
    let source = "---\ndescription: d\nglobs: '*.ts'\n---\nBe brief.\n"
    let rule = PromptText(try PromptDocument(parsing: PromptFile(path: "a.mdc", source: SourceText(source))))
    let report = try report([PromptPair(path: "a.mdc", before: nil, after: rule)], model: model)
    #expect(report.text.contains("Counted is what is sent: the body and"))
    #expect(report.markdown.contains("- Counted is what is sent: the body and"))
    #expect(report.json.contains("Counted is what is sent: the body and"))
    #expect(try !self.report(everyKind, model: model).json.contains("Counted is"))
  }

  @Test func `nothing to compare is said in every format`() throws {
    let report = try report([pair("same.md", "x", "x")])
    #expect(report.text == "main -> HEAD: no prompt differs (1 compared)\n")
    #expect(report.markdown.contains("### No prompt differs"))
    #expect(try JSONDocument(parsing: Array(report.json.utf8)).root["unchangedPrompts"]?.integer == 1)
  }

  @Test func `a cost that is not known is called so`() throws {
    let report = try report(everyKind, model: "gpt-4")
    #expect(report.text.contains("unknown"))
    #expect(report.text.contains("Net of caching: no price is known for gpt-4."))
    let row = try #require(report.markdown.split(separator: "\n").first { $0.hasPrefix("| **total**") })
    #expect(row.contains("| unknown | "))
  }

  @Test func `an estimate is called one everywhere`() throws {
    let report = try report(everyKind, model: "claude-sonnet-4-6")
    guard case .estimated(let band) = report.models[0].tokens.basis else {
      Issue.record("\(report.models[0].tokens.basis)")
      return
    }
    #expect(report.text.contains("tokens \(report.models[0].tokens.basis)"))
    #expect(report.markdown.contains("\(report.models[0].tokens.basis)"))
    #expect(report.json.contains("\"bandPerMille\": \(band)"))
  }
}
