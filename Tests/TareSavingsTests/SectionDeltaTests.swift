import TareModels
import TarePrompts
import TareSavings
import TareText
import TareTokens
import Testing

struct SectionDeltaTests {
  private func text(_ text: String, _ path: String = "p.md") throws -> PromptText {
    PromptText(try PromptDocument(parsing: PromptFile(path: path, source: SourceText(text))))
  }

  private func savings(_ before: String?, _ after: String?, _ path: String = "p.md") throws -> PromptSavings {
    let report = try SavingsReport(
      comparing: [
        PromptPair(
          path: path, before: try before.map { try text($0, path) }, after: try after.map { try text($0, path) })
      ], .init(base: "a", head: "b"), use: PromptUse(counting: ModelTokenizer(.o200kBase), price: nil))
    return try #require(report.prompts.first)
  }

  private static let base = "Be brief.\n\n# Tools\n\nUse search.\n\n## Search\n\nOnce.\n\n# Style\n\nPlain words.\n"

  @Test(arguments: [
    "Be brief.\n", "# Style\n\nPlain words.\n\n# Tools\n\nUse search.\n", base + "\n# Style\n\nAgain.\n", "",
    "Be brief.\n\n# Tools\n\nUse search twice.\n\n## Search\n\nOnce.\n\n# Tone\n\nPlain words.\n",
  ])
  func `the sections add up to the prompt, on either side`(other: String) throws {
    for (before, after) in [(Self.base, other), (other, Self.base)] where before != after {
      let savings = try savings(before, after)
      #expect(savings.sections.reduce(0) { $0 + $1.tokens.before } == savings.tokens.before)
      #expect(savings.sections.reduce(0) { $0 + $1.tokens.after } == savings.tokens.after)
    }
  }

  @Test func `what became of each section is said under its titles`() throws {
    let after = "Be brief.\n\n# Tools\n\nUse search twice.\n\n## Search\n\nOnce.\n\n# Tone\n\nPlain words.\n"
    let sections = try savings(Self.base, after).sections
    #expect(sections.map(\.titles) == [[], ["Tools"], ["Tools", "Search"], ["Style"], ["Tone"]])
    #expect(sections.map(\.change) == [.same, .changed, .same, .gone, .new])
    #expect(sections.map(\.line) == [1, 3, 7, 11, 11])
  }

  @Test func `a heading that is renamed leaves the sections below it what they are`() throws {
    let before = "# Agent\n\nYou help.\n\n## Tools\n\nUse the search.\n\n## Style\n\nBe kind.\n"
    let after = "# Support agent\n\nYou help.\n\n## Tools\n\nUse both.\n\n## Style\n\nBe kind.\n"
    let sections = try savings(before, after).sections
    #expect(sections.map(\.titles.last) == ["Agent", "Support agent", "Tools", "Style"])
    #expect(sections.map(\.change) == [.gone, .new, .changed, .same])
  }

  @Test func `a section that is moved is the same, and what stands in its place is not taken for it`() throws {
    let before = "# A\n\none\n\n# B\n\ntwo\n\n# C\n\nthree\n\n"
    let sections = try savings(before, "# C\n\nthree\n\n# D\n\nfour\n\n# A\n\none\n\n").sections
    #expect(sections.map(\.titles.last) == ["C", "D", "A", "B"])
    #expect(sections.map(\.change) == [.same, .new, .same, .gone])
  }

  @Test func `two sections of one name are two`() throws {
    let twice = "# A\n\none\n\n# A\n\ntwo\n"
    let sections = try savings(twice, "# A\n\none\n\n# A\n\ntwo and more\n").sections
    #expect(sections.map(\.change) == [.same, .changed])
  }

  @Test func `messages are sections by their roles`() throws {
    let prompt = "system:\nBe brief.\n\nuser:\nHello {{name}}.\n"
    let other = "system:\nBe very brief.\n\nuser:\nHello {{name}}.\n"
    let sections = try savings(prompt, other, "p.prompty").sections
    #expect(sections.contains { $0.kind == .message && $0.titles == ["system"] && $0.change == .changed })
  }

  @Test func `a new prompt has new sections`() throws {
    #expect(try savings(nil, Self.base).sections.allSatisfy { $0.change == .new && $0.tokens.before == 0 })
    #expect(try savings(Self.base, nil).sections.allSatisfy { $0.change == .gone && $0.tokens.after == 0 })
  }
}
