/// Prompts thrown together from pieces of Markdown, the same ones for the same seed.
enum Fragments {
  private static let lines = [
    "# h", "## `c` h ##", "#", "text line", "- item", "-", "  - nested", "* a", "1. one", "> quote", ">", "```",
    "```py",
    "~~~", "    indented", "", "", "***", "| a | b |", "|---|---|", "| `x|y` | z |", "<div>", "<!-- c -->", "<!--",
    "===",
    "![](img.png)", "[](u)", "[a]: /u", "> ```", "- ```", "  x", "  ```", "\ttab", "{{x}}", "${y}", "---", "e\u{301}",
    "a\u{A0}b", "\u{0}", "{", "}}", "<<z>>", "\\", "日本語\u{3000}", "👩‍👩‍👧",
  ]

  static func prompts(count: Int, seed: UInt64) -> [String] {
    var state = seed
    func next(_ bound: Int) -> Int {
      // Knuth's MMIX generator: enough to shuffle with.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<count).map { _ in
      (0..<(1 + next(14))).map { _ in lines[next(lines.count)] }.joined(separator: "\n") + (next(2) == 0 ? "\n" : "")
    }
  }
}
