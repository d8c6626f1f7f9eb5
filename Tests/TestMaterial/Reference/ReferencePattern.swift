/// The published patterns, run by a small backtracking matcher: slow, obvious, and sharing nothing with the
/// hand-written splitters.
public indirect enum ReferencePattern: Sendable {
  /// One scalar of a class in the mask.
  case one(ReferenceClass)
  /// One of these scalars.
  case anyOf([Unicode.Scalar])
  /// At least and at most so many, as many as possible first; possessive ones give nothing back.
  case many(ReferencePattern, Int, Int, isPossessive: Bool)
  case sequence([ReferencePattern])
  case choice([ReferencePattern])
  /// `(?!\S)`: the end, or white space next.
  case notBeforeOther
  /// `$`.
  case end
}

extension ReferencePattern {
  static func optional(_ pattern: ReferencePattern) -> ReferencePattern { .many(pattern, 0, 1, isPossessive: false) }
  static func star(_ pattern: ReferencePattern) -> ReferencePattern { .many(pattern, 0, .max - 1, isPossessive: false) }
  static func plus(_ pattern: ReferencePattern) -> ReferencePattern { .many(pattern, 1, .max - 1, isPossessive: false) }
  static func possessive(_ pattern: ReferencePattern, _ low: Int, _ high: Int = .max - 1) -> ReferencePattern {
    .many(pattern, low, high, isPossessive: true)
  }

  private static let apostrophe = ReferencePattern.anyOf(["'"])
  /// `'s 't 're 've 'm 'll 'd` in any case; U+017F folds to s.
  private static let contraction = ReferencePattern.sequence([
    apostrophe,
    .choice([
      .anyOf(["s", "S", "\u{17F}", "t", "T", "m", "M", "d", "D"]),
      .sequence([.anyOf(["r", "R", "v", "V"]), .anyOf(["e", "E"])]),
      .sequence([.anyOf(["l", "L"]), .anyOf(["l", "L"])]),
    ]),
  ])
  private static let prefix = ReferencePattern.one([.mark, .whiteSpace, .symbol])
  private static let symbol = ReferencePattern.one([.symbol, .mark])
  private static let white = ReferencePattern.one([.whiteSpace, .newline])
  private static let newline = ReferencePattern.one(.newline)
  private static let upper = ReferencePattern.one([.upper, .caseless, .mark])
  private static let lower = ReferencePattern.one([.lower, .caseless, .mark])

  /// The pattern of `o200k_base`, as published with tiktoken.
  public static let o200k = ReferencePattern.choice([
    .sequence([optional(prefix), star(upper), plus(lower), optional(contraction)]),
    .sequence([optional(prefix), plus(upper), star(lower), optional(contraction)]),
    .many(.one(.number), 1, 3, isPossessive: false),
    .sequence([optional(.anyOf([" "])), plus(symbol), star(.anyOf(["\r", "\n", "/"]))]),
    .sequence([star(white), plus(newline)]),
    .sequence([plus(white), .notBeforeOther]),
    plus(white),
  ])

  /// The pattern of `cl100k_base`, as published with tiktoken.
  public static let cl100k = ReferencePattern.choice([
    contraction,
    .sequence([possessive(prefix, 0, 1), possessive(.one(.letter), 1)]),
    possessive(.one(.number), 1, 3),
    .sequence([optional(.anyOf([" "])), possessive(symbol, 1), possessive(newline, 0)]),
    .sequence([possessive(white, 1), .end]),
    .sequence([star(white), newline]),
    .sequence([plus(white), .notBeforeOther]),
    white,
  ])
}
