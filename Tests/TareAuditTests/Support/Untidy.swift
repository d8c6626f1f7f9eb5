import TestMaterial

/// Prompts thrown together from what rules look for and what stands in their way, the same ones for the same seed.
enum Untidy {
  private static let pieces = [
    "# Rules\n", "Answer\u{A0}in\u{A0}two\u{A0}sentences.\n", "-\u{A0}Not a list.\n", "    \u{A0}code\u{A0}\n",
    "Re\u{301}ponds en franc\u{327}ais.\n", "`e\u{301}\u{A0}`\n", "\n", "\n",
    "| Name            | Role\u{A0}                |\n|-----------------|----------------------|\n| Anne\u{301}           | Editor               |\n| `x  |  y`       |                      |\n",
    "Answer in the language that the customer writes in.\nQuote the paragraph of the handbook that you rely on.\nNever promise a date for a repair; the service desk calls back.\n",
    "- Answer in the language that the customer writes in.\n- Quote the paragraph of the handbook that you rely on.\n- Never promise a date for a repair; the desk calls back.\n",
    "```\na\u{A0}b\n|  x    |    y    |\n|-------|---------|\n```\n", "> quoted\u{A0}text\n",
    "{{name}}\u{A0}and {city}\n",
    "1. one\u{A0}\n2. two\n", "[link\u{A0}text](https://example.org/a\u{A0}b)\n", "<b>\u{A0}</b>\n",
    "\u{1112}\u{1161}\u{11AB}\n", "Answer in two sen\u{200B}tences.\n", "# Ru\u{AD}les\n", "It is now {{now}}.\n",
    "Never promise a date for a repair; say that the service desk will call back.\n",
    "Be brief. \t\n \t \n", "-   Be brief\n-   Be kind\n",
    "[![build](https://img.shields.io/badge/build-passing-green)](https://example.org)\n",
    "## Further reading\n\n- [a](https://example.org/a)\n- [b](https://example.org/b)\n- [c](https://example.org/c)\n\n",
    "{{#if formal}}\nSay Sie.\n{{/if}}\n", "<|im_start|>system\n",
    "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4Y5n8w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4O\n",
  ]

  static func prompts(count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let chosen = (0..<(1 + generator.below(9))).map { _ in pieces[generator.below(pieces.count)] }
      return (generator.below(8) == 0 ? "\u{FEFF}" : "") + chosen.joined()
    }
  }
}
