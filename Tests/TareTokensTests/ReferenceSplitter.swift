@testable import TareTokens

/// The published patterns, run by a small backtracking matcher: slow, obvious, and sharing nothing with the
/// hand-written splitters but the class table.
indirect enum Pattern: Sendable {
  /// One scalar of a class in the mask.
  case one(UInt8)
  /// One of these scalars.
  case anyOf([Unicode.Scalar])
  /// At least and at most so many, as many as possible first; possessive ones give nothing back.
  case many(Pattern, Int, Int, isPossessive: Bool)
  case sequence([Pattern])
  case choice([Pattern])
  /// `(?!\S)`: the end, or white space next.
  case notBeforeOther
  /// `$`.
  case end
}

struct ReferenceSplitter {
  let pattern: Pattern

  /// The pieces of a text.
  func pieces(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let classes = scalars.map(classBit)
    var pieces: [String] = []
    var start = 0
    while start < scalars.count {
      let matcher = Matcher(scalars: scalars, classes: classes)
      let end = matcher.match(pattern, start) { $0 } ?? start + 1
      pieces.append(String(String.UnicodeScalarView(scalars[start..<end])))
      start = end
    }
    return pieces
  }

  private func classBit(_ scalar: Unicode.Scalar) -> UInt8 {
    let bytes = Array(String(scalar).utf8)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      var nothing: UInt8 = 0
      return unsafe withUnsafePointer(to: &nothing) { unsafe TextCursor(buffer, empty: $0).classBit(0) }
    }
  }
}

private struct Matcher {
  let scalars: [Unicode.Scalar]
  let classes: [UInt8]

  /// Tries the pattern at `at`; `rest` is what must match behind it.
  func match(_ pattern: Pattern, _ at: Int, _ rest: (Int) -> Int?) -> Int? {
    switch pattern {
    case .one(let mask): return at < classes.count && classes[at] & mask != 0 ? rest(at + 1) : nil
    case .anyOf(let wanted): return at < scalars.count && wanted.contains(scalars[at]) ? rest(at + 1) : nil
    case .end: return at == scalars.count ? rest(at) : nil
    case .notBeforeOther:
      return at == scalars.count || classes[at] & ScalarClass.whiteSpace != 0 ? rest(at) : nil
    case .choice(let choices):
      for choice in choices {
        if let end = match(choice, at, rest) { return end }
      }
      return nil
    case .sequence(let parts):
      guard let first = parts.first else { return rest(at) }
      return match(first, at) { match(.sequence(Array(parts.dropFirst())), $0, rest) }
    case .many(let one, let low, let high, let isPossessive):
      return many(one, low, high, isPossessive, at, rest)
    }
  }

  private func many(
    _ one: Pattern, _ low: Int, _ high: Int, _ isPossessive: Bool, _ at: Int, _ rest: (Int) -> Int?
  ) -> Int? {
    var ends = [at]
    while ends.count <= high, let next = match(one, ends[ends.count - 1], { $0 }) { ends.append(next) }
    guard ends.count > low else { return nil }
    for end in isPossessive ? [ends[ends.count - 1]] : ends[low...].reversed() {
      if let found = rest(end) { return found }
    }
    return nil
  }
}

extension Pattern {
  static func optional(_ pattern: Pattern) -> Pattern { .many(pattern, 0, 1, isPossessive: false) }
  static func star(_ pattern: Pattern) -> Pattern { .many(pattern, 0, .max - 1, isPossessive: false) }
  static func plus(_ pattern: Pattern) -> Pattern { .many(pattern, 1, .max - 1, isPossessive: false) }
  static func possessive(_ pattern: Pattern, _ low: Int, _ high: Int = .max - 1) -> Pattern {
    .many(pattern, low, high, isPossessive: true)
  }

  private static let apostrophe = Pattern.anyOf(["'"])
  /// `'s 't 're 've 'm 'll 'd` in any case; U+017F folds to s.
  private static let contraction = Pattern.sequence([
    apostrophe,
    .choice([
      .anyOf(["s", "S", "\u{17F}", "t", "T", "m", "M", "d", "D"]),
      .sequence([.anyOf(["r", "R", "v", "V"]), .anyOf(["e", "E"])]),
      .sequence([.anyOf(["l", "L"]), .anyOf(["l", "L"])]),
    ]),
  ])
  private static let prefix = Pattern.one(~(ScalarClass.letter | ScalarClass.number | ScalarClass.newline))
  private static let symbol = Pattern.one(ScalarClass.symbol | ScalarClass.mark)
  private static let white = Pattern.one(ScalarClass.whiteSpace)
  private static let newline = Pattern.one(ScalarClass.newline)
  private static let upper = Pattern.one(ScalarClass.upper | ScalarClass.caseless | ScalarClass.mark)
  private static let lower = Pattern.one(ScalarClass.lower | ScalarClass.caseless | ScalarClass.mark)

  static let o200k = Pattern.choice([
    .sequence([optional(prefix), star(upper), plus(lower), optional(contraction)]),
    .sequence([optional(prefix), plus(upper), star(lower), optional(contraction)]),
    .many(.one(ScalarClass.number), 1, 3, isPossessive: false),
    .sequence([optional(.anyOf([" "])), plus(symbol), star(.anyOf(["\r", "\n", "/"]))]),
    .sequence([star(white), plus(newline)]),
    .sequence([plus(white), .notBeforeOther]),
    plus(white),
  ])

  static let cl100k = Pattern.choice([
    contraction,
    .sequence([possessive(prefix, 0, 1), possessive(.one(ScalarClass.letter), 1)]),
    possessive(.one(ScalarClass.number), 1, 3),
    .sequence([optional(.anyOf([" "])), possessive(symbol, 1), possessive(newline, 0)]),
    .sequence([possessive(white, 1), .end]),
    .sequence([star(white), newline]),
    .sequence([plus(white), .notBeforeOther]),
    white,
  ])
}
