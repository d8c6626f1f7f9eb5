import TareText
import TareUnicode

/// A text into which the groups of a match are put: `$0`, `$1`, `${name}`; `\` takes the meaning of what follows.
struct MatchTemplate: Sendable, Hashable {
  private enum Part: Sendable, Hashable {
    case text([UInt8])
    case group(Int)
  }

  private let parts: [Part]

  /// - Throws: ``CustomRuleError`` for a group that the expression does not have.
  init(_ template: String, of expression: RegularExpression, as key: String) throws(CustomRuleError) {
    var parts: [Part] = []
    var literal: [UInt8] = []
    var rest = Array(template.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), let next = rest.popFirst() {
        literal.append(next)
      } else if byte == UInt8(ascii: "$"), let name = Self.takeName(&rest) {
        parts += literal.isEmpty ? [] : [.text(literal)]
        literal = []
        parts.append(.group(try Self.number(of: name, expression, key)))
      } else {
        literal.append(byte)
      }
    }
    self.parts = parts + (literal.isEmpty ? [] : [.text(literal)])
  }

  /// The digit or the name between braces behind a dollar; `nil` for a dollar that is one.
  private static func takeName(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard let first = rest.first else { return nil }
    if UInt8(ascii: "0")...UInt8(ascii: "9") ~= first {
      rest.removeFirst()
      return String(decoding: [first], as: UTF8.self)
    }
    guard first == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let name = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
    rest = rest[(end + 1)...]
    return name
  }

  private static func number(of name: String, _ expression: RegularExpression, _ key: String)
    throws(CustomRuleError) -> Int
  {
    let number = Int(name) ?? expression.group(named: name)
    guard let number, (0...expression.groupCount).contains(number) else {
      throw CustomRuleError("\(key) names a group \"\(name)\" that the pattern does not have; a dollar is written \\$")
    }
    return number
  }

  /// The text with the groups of `match`; nothing stands for a group that took no part.
  func text(of match: SearchResult.Match, in source: SourceText) -> [UInt8] {
    parts.flatMap { part -> [UInt8] in
      switch part {
      case .text(let bytes): bytes
      case .group(let number): match.groups[number].map { Array(source.utf8[$0]) } ?? []
      }
    }
  }
}
