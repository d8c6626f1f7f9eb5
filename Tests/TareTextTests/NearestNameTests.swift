import TareText
import Testing

struct NearestNameTests {
  private let names = ["count", "lint", "trim", "rerank", "diff", "o200k_base", "cl100k_base", "trailing-whitespace"]

  @Test(arguments: [
    ("cuont", "count"), ("coun", "count"), ("LINT", "lint"), ("trimm", "trim"), ("dif", "diff"),
    ("o200k", "o200k_base"),
    ("cl100k-base", "cl100k_base"), ("trailing-whitespaces", "trailing-whitespace"), ("trail", "trailing-whitespace"),
  ])
  func `a slip of the finger finds the name that was meant`(typed: String, meant: String) {
    #expect(nearestName(to: typed, among: names) == meant)
  }

  @Test(arguments: ["", "x", "summarise", "zzzz", "c"]) func `a name that is far from all finds none`(typed: String) {
    #expect(nearestName(to: typed, among: names) == nil)
  }

  @Test func `a tie goes to the first candidate, and no candidates give none`() {
    #expect(nearestName(to: "late", among: ["date", "rate"]) == "date")
    #expect(nearestName(to: "late", among: [String]()) == nil)
  }

  @Test func `one letter never stands for another`() {
    #expect(nearestName(to: "a", among: ["b"]) == nil)
    #expect(nearestName(to: "a", among: ["ab"]) == "ab")
  }
}
