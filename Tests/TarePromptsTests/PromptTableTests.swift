import TarePrompts
import TareText
import Testing

struct PromptTableTests {
  @Test(arguments: [
    ("| a | b |\n|---|:-:|\n| c |  |", [["a", "b"], ["---", ":-:"], ["c", ""]]),
    ("a | b\n---|---\nc | d", [["a", "b"], ["---", "---"], ["c", "d"]]),
    ("| a \\| b | c |\n|---|---|\n| `x | y` | z |", [["a \\| b", "c"], ["---", "---"], ["`x | y`", "z"]]),
    ("| ` | b |\n|---|---|", [["`", "b"], ["---", "---"]]),
    ("- item\n\n  | b |\n  |---|\n  | c |", [["b"], ["---"], ["c"]]),
    ("> | b |\n> |---|\n> | c |", [["b"], ["---"], ["c"]]),
  ])
  func `rows are cut at bars that are neither escaped nor code`(prompt: String, expected: [[String]]) throws {
    let document = try document(prompt)
    let rows = document.tables.flatMap(\.rows)
    #expect(rows.map { row in row.cells.map { document.source.string(in: $0.content) } } == expected)
  }

  @Test func `the second row is the delimiter`() throws {
    #expect(try document("| a |\n|---|\n| b |").tables[0].rows.map(\.isDelimiter) == [false, true, false])
  }
}
