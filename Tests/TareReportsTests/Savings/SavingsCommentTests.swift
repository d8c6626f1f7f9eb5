import TareJSON
import TareReports
import TareSavings
import TareText
import Testing

/// The comment on a pull request.
struct SavingsCommentTests {
  @Test func `the comment has a headline, a table, sums and what they rest on`() throws {
    #expect(
      try SavingsMaterial.report(SavingsMaterial.everyKind, headCommit: SavingsMaterial.commit).markdown == #"""
        <!-- tare-diff head=4f0c0123456789abcdef0123456789abcdef0123 at=1795284153 -->

        ### 2 fewer input tokens (-13.3% of 15); 1,000 requests cost $0.0050 less (-13.3% of $0.0375) net of caching, $0.0050 less (-13.3% of $0.0375) gross

        <code>main</code> → <code>HEAD</code>: 5 prompts differ, 1 the same. Model gpt-5.4 (openai), tokens exact.

        | prompt | before | after | delta | change | net/1,000 | gross/1,000 |
        |:--|--:|--:|--:|--:|--:|--:|
        | <code>prompts/before.md</code> → <code>prompts/after.md</code> | 4 | 4 | 0 | 0.0% | $0.0000 | $0.0000 |
        | <code>prompts/gone.md</code> | 2 | 0 | -2 | gone | -$0.0050 | -$0.0050 |
        | <code>prompts/new.md</code> | 0 | 4 | +4 | new | +$0.0100 | +$0.0100 |
        | <code>prompts/support.md</code> | 8 | 3 | -5 | -62.5% | -$0.0125 | -$0.0125 |
        | <code>prompts/日本語.md</code> | 1 | 2 | +1 | +100.0% | +$0.0025 | +$0.0025 |
        | **total** | 15 | 13 | -2 | -13.3% | -$0.0050 | -$0.0050 |

        | cost | before | after | delta | change |
        |:--|--:|--:|--:|--:|
        | 1,000 requests with each, net of caching | $0.0375 | $0.0325 | -$0.0050 | -13.3% |
        | 1,000 requests with each, gross | $0.0375 | $0.0325 | -$0.0050 | -13.3% |

        <details><summary>How this was counted</summary>

        - Tokens are counted in o200k_base: exact.
        - Net of caching: a prompt's stable start, from 1,024 tokens on and in steps of 128, is read from the cache at $0.25 a million; every request is taken to come within 5m of another.
        - Gross: every input token costs $2.50 a million.
        - Traffic: no volume is stated, output is not counted.
        - Prices are those of 2026-11-20 (litellm 1.109.1, compared with genai-prices 0.2.3).

        </details>

        """#)
  }

  @Test func `the first line names the comment and says how new it is`() throws {
    let report = try SavingsMaterial.report(SavingsMaterial.everyKind, headCommit: SavingsMaterial.commit)
    let commit = "head=4f0c0123456789abcdef0123456789abcdef0123 at=1795284153"
    #expect(report.marker(id: nil) == "<!-- tare-diff \(commit) -->")
    #expect(report.marker(id: "web") == "<!-- tare-diff id=web \(commit) -->")
    #expect(try SavingsMaterial.severalModels().marker(id: nil) == "<!-- tare-diff -->")
    for name in SavingsMaterial.hostileNames + ["-", "--", "a--b-", String(repeating: "x", count: 5_000), "é"] {
      let marker = report.marker(id: name)
      #expect(
        marker.utf8.count < 300 && marker.firstMatch(of: /^<!-- tare-diff id=[\w.-]+ head=\w+ at=\d+ -->$/) != nil)
      #expect(!marker.dropFirst(4).dropLast(3).contains("--"))
      #expect(report.markdown(id: name).hasPrefix(marker + "\n"))
    }
  }

  @Test func `a file name cannot break a line or format a comment`() throws {
    for name in SavingsMaterial.hostileNames {
      let pair = SavingsMaterial.pair(name, "# \(name)\nold text\n# B\nsame\n", "# B\nsame\n")
      let report = try SavingsMaterial.report([pair], base: name, head: name)
      let comment = report.markdown
      #expect(!comment.contains("<img") && !comment.contains("@everyone") && !comment.contains("<script"))
      #expect(comment.components("-->") == 2)
      let rows = comment.split(separator: "\n").filter { $0.hasPrefix("|") }
      for row in rows {
        #expect(
          row.count { $0 == "|" }
            == rows.first { row.count { $0 == "|" } == $0.count { $0 == "|" } }?.count { $0 == "|" })
      }
      #expect(rows.count { $0.hasPrefix("| <code>") } == 1)
      let json = try JSONDocument(parsing: Array(report.json.utf8))
      #expect(json.root["prompts"]?.elements.first?["path"]?.string == name)
    }
  }

  @Test func `a comment shows ten rows, folds the rest and fits into what GitHub takes`() throws {
    let long = String(repeating: "folder/", count: 60)
    for count in [9, 10, 11, 500] {
      let pairs = (0..<count).map { SavingsMaterial.pair("\(long)\($0).md", "old words here", "new") }
      let markdown = try SavingsMaterial.report(pairs).markdown
      #expect(markdown.utf8.count < 60_000)
      #expect(markdown.contains("<summary>") && markdown.contains("more prompts</summary>") == (count > 11))
      let firstTable = markdown.split(separator: "**total**")[0]
      #expect(firstTable.split(separator: "\n").count { $0.hasPrefix("| <code>") } == min(count, 10))
    }
  }

  @Test(arguments: ["p", "folder/", "_", "|", "日本語/", "\u{1}", "👩‍👩‍👧"])
  func `a comment on two thousand prompts fits, however they are called`(part: String) throws {
    let long = String(repeating: part, count: 4_096 / part.utf8.count)
    let pairs = (0..<2_000).map { index in
      SavingsMaterial.pair(
        "\(long)\(index)", String(repeating: "word ", count: index < 20 ? 1_100 : 2), "word",
        was: index % 2 == 0 ? "\(long)\(index)b" : nil)
    }
    let markdown = try SavingsMaterial.report(
      pairs, requestsPerMonth: .max / 1_000_000, base: long, head: long
    ).markdown
    #expect(markdown.utf8.count < 60_000)
    let rows = markdown.split(separator: "\n").count { $0.hasPrefix("| <code>") }
    #expect(rows >= 10 && markdown.contains("\((2_000 - rows).grouped) more prompts do not fit here"))
    #expect(markdown.contains("- and 10 more\n") && markdown.contains("How this was counted"))
    #expect(markdown.contains("2026-11-20"))
  }

  @Test func `each table of a comment has as many cells in each row, and what is opened is closed`() throws {
    for (name, report) in try SavingsMaterial.all() {
      let comment = report.markdown
      #expect(comment.utf8.count < 60_000)
      for block in comment.split(separator: "\n\n").map({ $0.split(separator: "\n").filter { $0.hasPrefix("|") } }) {
        #expect(Set(block.map { $0.count { $0 == "|" } }).count <= 1, "\(name)")
      }
      for element in ["details", "summary", "code"] {
        #expect(comment.components("<\(element)>") == comment.components("</\(element)>"), "\(name)")
      }
    }
  }

  @Test func `however many models there are, the sum of all prompts is there`() throws {
    let models =
      ["gpt-5.4", "gpt-5-nano", "gpt-4o", "gpt-4o-mini", "gpt-4.1", "o3", "claude-haiku-4-5", "gpt-4"]
      + ["gpt-5.4-mini", "gpt-5", "claude-sonnet-4-6", "gpt-4.1-mini", "gpt-5-mini", "claude-opus-4-6"]
    let uses = try models.map { try SavingsMaterial.use($0) }
    let pairs = (0..<models.count * 2).map { SavingsMaterial.pair("p\($0).md", "old words", "new") }
    let report = try SavingsReport(
      comparing: pairs, .init(base: "a", head: "b"),
      use: { uses[(Int($0.path.dropFirst().dropLast(3)) ?? 0) % uses.count] })
    #expect(report.models.count == models.count && report.markdown.contains("| **total** |"))
    #expect(report.text.contains("  total\n"))
  }

  @Test func `of many prompts those come first that change the bill most`() throws {
    let pairs = (0..<30).map { index in
      SavingsMaterial.pair(
        "p\(index).md", String(repeating: "word ", count: 50), String(repeating: "word ", count: index))
    }
    let rows = try SavingsMaterial.report(pairs).markdown.split(separator: "\n").filter { $0.hasPrefix("| <code>") }
    #expect(rows.first?.contains("<code>p0.md</code>") == true)
    #expect(rows.last?.contains("<code>p29.md</code>") == true)
  }

  @Test func `a name too long for a row is shown by its end`() throws {
    let path = String(repeating: "folder/", count: 60) + "the-end.md"
    let markdown = try SavingsMaterial.report([SavingsMaterial.pair(path, "a b", "a")]).markdown
    #expect(markdown.contains("<code>…") && markdown.contains("/folder/the-end.md</code>"))
  }
}

extension String {
  /// How often `part` stands in it.
  fileprivate func components(_ part: String) -> Int { split(separator: part, omittingEmptySubsequences: false).count }
}
