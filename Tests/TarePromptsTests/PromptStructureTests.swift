import TarePrompts
import TareText
import Testing

struct PromptStructureTests {
  private func survives(_ before: String, _ after: String, deleting: [SourceRange] = []) throws -> Bool {
    let old = PromptStructure(of: try document(before))
    return old.survives(as: PromptStructure(of: try document(after)), deleting: deleting)
  }

  @Test(arguments: [
    ("# A\n\ntext", "# A\n\nother words"),
    ("# A\u{A0}b", "# A b"),
    ("# e\u{301}", "# \u{E9}"),
    ("```json\n{\n  \"a b\": [1, 2]\n}\n```", "```json\n{\"a b\":[1,2]}\n```"),
    ("| a   | `b` |\n|-----|---|\n| c   | d |", "| a | `b` |\n|---|---|\n| c | d |"),
  ])
  func `spelling and spacing may change`(before: String, after: String) throws {
    #expect(try survives(before, after))
  }

  @Test(arguments: [
    ("# A", "## A"), ("# A", "# B"), ("# A", "A"), ("a\n\nb", "a b"), ("-\u{A0}a", "- a"),
    ("```\na\n```", "```\na \n```"), ("```\n[1, 2]\n```", "```\n[1,2]\n```"),
    ("```json\n[\"a b\"]\n```", "```json\n[\"a  b\"]\n```"), ("```json\n[1, 2]\n```", "```json\n[12]\n```"),
    ("- a\n- b", "- a b"), ("| a | b |\n|---|---|", "| a b |\n|---|"), ("| a |\n|---|\n| b |", "| a |\n|---|\n| c |"),
    ("| a |\n|:-:|", "| a |\n|---|"), ("[a](b)", "[a](c)"), ("![a](b)", "a"), ("`a  b`", "`a b`"), ("{{x}}", "{{y}}"),
    ("a {x}", "a {x} {x}"), ("> a", "a"), ("***", ""), ("---\na: 1\n---\nx", "---\na: 2\n---\nx"),
  ])
  func `headings, fences, lists, tables, links, code and placeholders may not`(before: String, after: String) throws {
    #expect(try !survives(before, after))
  }

  @Test func `what was deleted on purpose is not missed`() throws {
    #expect(try survives("# A\n\n# B\n\nx", "# A\n\nx", deleting: [SourceRange(5, 10)]))
    #expect(try !survives("# A\n\n# B\n\nx", "# A\n\nx"))
  }
}
