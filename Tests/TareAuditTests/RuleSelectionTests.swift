import TareAudit
import Testing

struct RuleSelectionTests {
  private func codes(select: [String] = [], ignore: [String] = [], budget: Int? = nil) throws -> [String] {
    RuleCatalogue.rules(try RuleSelection(select: select, ignore: ignore), AuditSettings(maxTokens: budget))
      .map { type(of: $0).page.code }
  }

  @Test func `all rules on by default run, and a budget needs a figure`() throws {
    let needSettings = ["BUD001", "BUD002", "BUD007", "TPL007"]
    let unasked = RuleCatalogue.pages.filter {
      RuleCatalogue.loadSetPages.contains($0) || needSettings.contains($0.code)
    }
    #expect(
      try codes()
        == RuleCatalogue.pages.filter { $0.isOnByDefault && !unasked.contains($0) }.map(\.code))
    #expect(try codes(budget: 1).first == "BUD001")
  }

  @Test(arguments: [
    (["UNI00"], ["UNI005", "UNI006"], ["UNI001", "UNI002", "UNI003", "UNI004"]),
    (["uni001", "padded-table"], [], ["FMT001", "UNI001"]),
    ([], ["BUD", "CCH", "DUP", "FMT", "SEC", "TPL", "WSP"], ["UNI001", "UNI002", "UNI003", "UNI004"]),
    (
      ["ALL"], ["BUD", "CCH", "DUP", "FMT", "OUT", "SEC", "TPL", "VRB", "WSP", "not-nfc"],
      ["UNI001", "UNI002", "UNI004", "UNI005", "UNI006"]
    ),
    (["CCH003"], [], ["CCH003"]),
    (["CCH"], ["CCH002"], ["CCH001", "CCH003", "CCH004", "CCH005", "CCH006", "CCH007", "CCH008"]),
    (["UNI003"], ["UNI"], ["UNI003"]), (["UNI003"], ["UNI003"], []),
    (["UNI"], ["ALL"], ["UNI001", "UNI002", "UNI003", "UNI004", "UNI005", "UNI006"]),
  ])
  func `the longer word wins, and of equals the one that leaves out`(
    select: [String], ignore: [String], expected: [String]
  ) throws {
    #expect(try codes(select: select, ignore: ignore) == expected)
  }

  @Test(arguments: [
    ("FMT0001", #"unknown rule "FMT0001"; did you mean "FMT001"?"#),
    ("paded-table", #"unknown rule "paded-table"; did you mean "padded-table"?"#),
    ("zzzzzzz", #"unknown rule "zzzzzzz""#),
  ])
  func `an unknown word is an error that names the nearest`(word: String, expected: String) throws {
    let error = #expect(throws: UnknownRule.self) { try codes(ignore: [word]) }
    #expect(error?.description == expected)
  }
}
