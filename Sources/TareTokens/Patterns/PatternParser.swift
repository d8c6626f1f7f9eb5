/// Reads the dialect of regular expressions that pre-tokenizers are written in: literals, classes, general
/// categories, groups with or without regard to case, alternatives, quantifiers, and looking one scalar ahead.
///
/// Everything else is refused by name: a pattern that is half understood would count wrongly and say nothing.
struct PatternParser {
  /// More nesting than any published pattern has, and little enough for the recursion to be harmless.
  private static let depthLimit = 32
  private static let repeatLimit = 256

  private let dialect: PatternDialect
  let scalars: [Unicode.Scalar]
  var offset = 0
  private var depth = 0
  private var ignoresCase = false

  static func parse(_ pattern: String, _ dialect: PatternDialect) throws(PatternError) -> PatternNode {
    var parser = PatternParser(Array(pattern.unicodeScalars), dialect)
    let node = try parser.choice()
    guard parser.offset == parser.scalars.count else { throw parser.error("a group ends that was not begun") }
    return node
  }

  private init(_ scalars: [Unicode.Scalar], _ dialect: PatternDialect) {
    self.scalars = scalars
    self.dialect = dialect
  }

  // MARK: Structure

  private mutating func choice() throws(PatternError) -> PatternNode {
    try enter()
    defer { leave() }
    var alternatives = [try sequence()]
    while take("|") { alternatives.append(try sequence()) }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() throws(PatternError) -> PatternNode {
    var parts: [PatternNode] = []
    while let next = peek(), next != "|", next != ")" {
      var part = try atom()
      while let quantified = try quantifier(of: part) { part = quantified }
      parts.append(part)
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func atom() throws(PatternError) -> PatternNode {
    let start = offset
    guard let next = peek() else { throw error("something to match is missing") }
    switch next {
    case "(": return try group()
    case "[": return .one(try folded(try characterClass(), from: start))
    case "\\": return try escapedAtom()
    case ".":
      offset += 1
      return .one(ScalarSet(of: ["\n"]).inverted)
    case "$":
      offset += 1
      return .before(dialect == .oniguruma ? ScalarSet(of: ["\n"]) : .none, orEnd: true)
    case "^", "*", "+", "?", "{": throw error("\(next) is not understood here")
    default:
      offset += 1
      return .one(try folded(ScalarSet(of: [next]), from: start))
    }
  }

  private mutating func escapedAtom() throws(PatternError) -> PatternNode {
    let start = offset
    if scalars[(offset + 1)...].first == "z" {
      offset += 2
      return .before(.none, orEnd: true)
    }
    return .one(try folded(try escape(), from: start))
  }

  private func folded(_ set: ScalarSet, from start: Int) throws(PatternError) -> ScalarSet {
    guard ignoresCase else { return set }
    guard let folded = set.foldingCase else {
      throw error("what case folding makes of it is not known", at: start)
    }
    return folded
  }

  // MARK: Groups

  private mutating func group() throws(PatternError) -> PatternNode {
    let start = offset
    let before = ignoresCase
    defer { ignoresCase = before }
    offset += 1
    var isAhead: Bool?
    if take("?") {
      if take("!") {
        isAhead = false
      } else if take("=") {
        isAhead = true
      } else {
        if take("i") { ignoresCase = true }
        guard take(":") else { throw error("this kind of group is not understood", at: start) }
      }
    }
    let body = try choice()
    guard take(")") else { throw error("the group has no end", at: start) }
    guard let isAhead else { return body }
    guard case .one(let set) = body else { throw error("looks ahead at more than one character", at: start) }
    return isAhead ? .before(set, orEnd: false) : .before(set.inverted, orEnd: true)
  }

  // MARK: Quantifiers

  /// The quantifier that stands here, applied to `node`; `nil` where none stands.
  private mutating func quantifier(of node: PatternNode) throws(PatternError) -> PatternNode? {
    let start = offset
    guard let (least, most, isInterval) = try bounds() else { return nil }
    if case .before = node { throw error("repeats what matches nothing", at: start) }
    if take("?") {
      guard !isInterval || dialect == .fancyRegex else { throw error("lazy interval", at: start) }
      return .repeated(node, least: least, most: most, isLazy: true)
    }
    let mayBePossessive = !isInterval || dialect == .fancyRegex
    if mayBePossessive, take("+") {
      guard case .one(let set) = node else { throw error("a group is repeated possessively", at: start) }
      return .possessive(set, least: least, most: most)
    }
    return .repeated(node, least: least, most: most, isLazy: false)
  }

  private mutating func bounds() throws(PatternError) -> (least: Int, most: Int?, isInterval: Bool)? {
    if take("*") { return (0, nil, false) }
    if take("+") { return (1, nil, false) }
    if take("?") { return (0, 1, false) }
    let start = offset
    guard take("{") else { return nil }
    guard let least = number() else { throw error("the interval has no lower bound", at: start) }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}"), least <= Self.repeatLimit, most ?? 0 <= Self.repeatLimit, least <= most ?? .max else {
      throw error("the interval is not {m}, {m,} or {m,n} up to \(Self.repeatLimit)", at: start)
    }
    return (least, most, true)
  }

  private mutating func number() -> Int? {
    var digits = ""
    while digits.utf8.count < 6, let next = peek(), ("0"..."9").contains(next) {
      digits.unicodeScalars.append(next)
      offset += 1
    }
    return Int(digits)
  }

  // MARK: Scalars

  func peek() -> Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  /// Goes one group or class deeper, of which there is a limit.
  mutating func enter() throws(PatternError) {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw error("groups and classes are nested deeper than \(Self.depthLimit)")
    }
  }

  mutating func leave() { depth -= 1 }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == scalar else { return false }
    offset += 1
    return true
  }

  func error(_ reason: String, at place: Int? = nil) -> PatternError {
    let place = place ?? offset
    var excerpt = String.UnicodeScalarView()
    excerpt.append(contentsOf: scalars[min(place, scalars.count)...].prefix(24))
    return PatternError(offset: place, excerpt: String(excerpt), reason: reason)
  }
}
