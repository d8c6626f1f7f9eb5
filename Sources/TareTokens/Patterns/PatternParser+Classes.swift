extension PatternParser {
  /// `[...]`, of which the opening bracket comes next: the members together, or of each side of `&&` what both have.
  mutating func characterClass() throws(PatternError) -> ScalarSet {
    let start = offset
    try enter()
    defer { leave() }
    offset += 1
    let isInverted = take("^")
    var common: ScalarSet?
    var side = ScalarSet.none
    guard peek() != "]" else { throw error("the class is empty", at: start) }
    while !take("]") {
      guard peek() != nil else { throw error("the class has no end", at: start) }
      if comesNext("&&") {
        offset += 2
        guard side != .none, peek() != "]" else { throw error("a side of && is empty", at: start) }
        common = common?.intersection(side) ?? side
        side = .none
      } else {
        side = side.union(try classMember())
      }
    }
    let set = common?.intersection(side) ?? side
    return isInverted ? set.inverted : set
  }

  /// A class, a scalar, a range of them, or a set by its escape.
  private mutating func classMember() throws(PatternError) -> ScalarSet {
    let start = offset
    guard !comesNext("[:") else { throw error("the name of a class within a class is not understood") }
    if peek() == "[" { return try characterClass() }
    for operation in ["--", "~~"] where comesNext(operation) {
      throw error("\(operation) within a class is not understood")
    }
    let low = try classScalars()
    guard peek() == "-", !comesNext("--"), offset + 1 < scalars.count, scalars[offset + 1] != "]" else { return low }
    offset += 1
    let high = try classScalars()
    guard let first = low.onlyScalar, let last = high.onlyScalar, first <= last else {
      throw error("the range does not go from one character to a later one", at: start)
    }
    return ScalarSet([first...last])
  }

  private mutating func classScalars() throws(PatternError) -> ScalarSet {
    guard let next = peek() else { throw error("the class has no end") }
    if next == "\\" { return try escape() }
    guard next != "[" else { throw error("a range cannot end in a class") }
    offset += 1
    return ScalarSet(of: [next])
  }

  private func comesNext(_ text: String) -> Bool { scalars[offset...].starts(with: text.unicodeScalars) }

  /// The set behind a backslash, which comes next.
  mutating func escape() throws(PatternError) -> ScalarSet {
    let start = offset
    offset += 1
    guard let name = peek() else { throw error("nothing follows the backslash", at: start) }
    offset += 1
    switch name {
    case "s": return .whiteSpace
    case "S": return ScalarSet.whiteSpace.inverted
    case "d": return try category("Nd", start)
    case "D": return try category("Nd", start).inverted
    case "n": return ScalarSet(of: ["\n"])
    case "r": return ScalarSet(of: ["\r"])
    case "t": return ScalarSet(of: ["\t"])
    case "v": return ScalarSet(of: ["\u{B}"])
    case "f": return ScalarSet(of: ["\u{C}"])
    case "p": return try property(start)
    case "P": return try property(start).inverted
    case "x": return try hexadecimal(digits: 2, start)
    case "u": return try hexadecimal(digits: 4, start)
    default:
      guard ScalarSet.asciiPunctuation.contains(name.value) || name == " " else {
        throw error("this escape is not understood", at: start)
      }
      return ScalarSet(of: [name])
    }
  }

  private mutating func property(_ start: Int) throws(PatternError) -> ScalarSet {
    guard take("{") else {
      guard let letter = peek() else { throw error("the property has no name", at: start) }
      offset += 1
      return try category(String(letter), start)
    }
    let isInverted = take("^")
    var name = ""
    while let next = peek(), next != "}", name.utf8.count < 64 {
      name.unicodeScalars.append(next)
      offset += 1
    }
    guard take("}") else { throw error("the name of the property has no end", at: start) }
    let set = try category(name, start)
    return isInverted ? set.inverted : set
  }

  private func category(_ name: String, _ start: Int) throws(PatternError) -> ScalarSet {
    if let set = GeneralCategory.scalars(named: name) { return set }
    guard name == "Han" else { throw error("\(name) is not the name of a general category, or Han", at: start) }
    return .han
  }

  /// `\xHH`, `\x{H...}`, `\uHHHH` or `\u{H...}`.
  private mutating func hexadecimal(digits: Int, _ start: Int) throws(PatternError) -> ScalarSet {
    let isBraced = take("{")
    var text = ""
    while let next = peek(), next != "}", text.utf8.count < (isBraced ? 6 : digits) {
      text.unicodeScalars.append(next)
      offset += 1
    }
    let isWhole = isBraced ? take("}") : text.utf8.count == digits
    guard isWhole, let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else {
      throw error("this is no code of a character", at: start)
    }
    return ScalarSet(of: [scalar])
  }
}

extension ScalarSet {
  /// The value of the only scalar; `nil` for more or fewer.
  fileprivate var onlyScalar: UInt32? {
    guard ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }
}
