/// A seeded source of the texts that tokenizers get wrong. The same seed gives the same texts on every machine.
struct RandomText {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// The next number below `bound` (xorshift64*, Vigna 2016).
  mutating func next(_ bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }

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

  /// Any bytes at all.
  mutating func bytes(count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(next(256)) } }
}
