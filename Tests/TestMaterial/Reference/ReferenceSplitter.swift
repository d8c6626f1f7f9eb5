/// A text cut by a published pattern.
public struct ReferenceSplitter: Sendable {
  let pattern: ReferencePattern

  /// A splitter by `pattern`.
  public init(pattern: ReferencePattern) {
    self.pattern = pattern
  }

  /// The pieces of a text.
  public func pieces(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let matcher = Matcher(scalars: scalars, classes: scalars.map(ReferenceClass.init(of:)))
    var pieces: [String] = []
    var start = 0
    while start < scalars.count {
      let end = matcher.match(pattern, start) { $0 } ?? start + 1
      pieces.append(String(String.UnicodeScalarView(scalars[start..<end])))
      start = end
    }
    return pieces
  }
}

private struct Matcher {
  let scalars: [Unicode.Scalar]
  let classes: [ReferenceClass]

  /// Tries the pattern at `at`; `rest` is what must match behind it.
  func match(_ pattern: ReferencePattern, _ at: Int, _ rest: (Int) -> Int?) -> Int? {
    switch pattern {
    case .one(let mask): return at < classes.count && !classes[at].isDisjoint(with: mask) ? rest(at + 1) : nil
    case .anyOf(let wanted): return at < scalars.count && wanted.contains(scalars[at]) ? rest(at + 1) : nil
    case .end: return at == scalars.count ? rest(at) : nil
    case .notBeforeOther:
      return at == scalars.count || !classes[at].isDisjoint(with: [.whiteSpace, .newline]) ? rest(at) : nil
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
    _ one: ReferencePattern, _ low: Int, _ high: Int, _ isPossessive: Bool, _ at: Int, _ rest: (Int) -> Int?
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
