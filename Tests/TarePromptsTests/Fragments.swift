import TestMaterial

/// Prompts thrown together from pieces of Markdown, the same ones for the same seed.
enum Fragments {
  private static let lines = [
    "# h", "## `c` h ##", "#", "text line", "- item", "-", "  - nested", "* a", "1. one", "1. #", "2)", "3. ---",
    "> 1. ##", "> quote", ">", "```",
    "```py",
    "~~~", "    indented", "", "", "***", "| a | b |", "|---|---|", "| `x|y` | z |", "<div>", "<!-- c -->", "<!--",
    "===",
    "![](img.png)", "[](u)", "[a]: /u", "> ```", "- ```", "  x", "  ```", "\ttab", "{{x}}", "${y}", "---", "e\u{301}",
    "a\u{A0}b", "\u{0}", "{", "}}", "<<z>>", "\\", "日本語\u{3000}", "👩‍👩‍👧",
  ]

  static func prompts(count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let chosen = (0..<(1 + generator.below(14))).map { _ in lines[generator.below(lines.count)] }
      return chosen.joined(separator: "\n") + (generator.below(2) == 0 ? "\n" : "")
    }
  }
}
