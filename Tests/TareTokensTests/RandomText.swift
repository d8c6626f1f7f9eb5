import TestMaterial

/// The texts that tokenizers get wrong, drawn from a seeded source.
struct RandomText {
  private var source: SeededGenerator

  init(seed: UInt64) {
    source = SeededGenerator(seed: seed)
  }

  mutating func next(_ bound: Int) -> Int { source.below(bound) }

  private static let pools: [[String]] = [
    ["a", "e", "th", "ing", "z", "ß", "é", "ſ", "я", "δ", "ǆ"],
    ["A", "T", "HTTP", "É", "Ж", "İ", "ǅ", "K"],
    ["中", "文", "日本", "ก", "한", "ª", "ʰ", "ا", "א"],
    ["\u{301}", "\u{308}", "\u{93F}", "\u{200D}", "\u{FE0F}", "\u{20E3}"],
    ["0", "1", "42", "2026", "٣", "½", "Ⅷ"],
    [" ", "  ", "\t", "\n", "\r\n", "\n\n", "\u{A0}", "\u{3000}", "\u{2028}", "\u{85}", "\u{B}"],
    [".", ",", "!", "/", "//", "'", "\"", "()", "{}", "->", "…", "“", "_", "<|"],
    ["'s", "'S", "'ll", "'LL", "'re", "'Ve", "'d", "'t", "'m", "'ſ", "'x", "'l"],
    ["😀", "👍🏽", "🇩🇪", "👩‍🚀"],
    ["the", " world", "function", " return", "Straße", "naïve"],
  ]

  /// Up to `parts` parts, each of a pool drawn by chance.
  mutating func text(parts: Int) -> String {
    (0..<(1 + next(parts))).map { _ in
      let pool = Self.pools[next(Self.pools.count)]
      return pool[next(pool.count)]
    }.joined()
  }

  mutating func bytes(count: Int) -> [UInt8] { source.bytes(count: count) }
}
