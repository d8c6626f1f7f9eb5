import TareText
import TestMaterial
import Testing

@testable import TareYAML

struct DecodedTextTests {
  /// Every scalar of a document, in order.
  private func scalars(_ yaml: String) throws -> [(node: YAMLNode, text: DecodedText)] {
    var scalars: [(YAMLNode, DecodedText)] = []
    var pending = [try YAMLNode.parse(Array(yaml.utf8))].compactMap { $0 }
    while let node = pending.popLast() {
      if let text = node.decodedText(in: Array(yaml.utf8)) { scalars.append((node, text)) }
      pending += (node.items + node.pairs.flatMap { [$0.key, $0.value] }).reversed()
    }
    return scalars
  }

  /// `~` in front of what is not verbatim.
  private func pieces(_ yaml: String) throws -> [String] {
    let bytes = Array(yaml.utf8)
    return try #require(scalars(yaml).last).text.pieces.map { piece in
      (piece.isVerbatim ? "" : "~") + String(decoding: bytes[piece.source.start..<piece.source.end], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("a: plain text # note\n", ["plain text"]), ("a: two\n  lines\n", ["two", "~\n  ", "lines"]),
    ("a: 'it''s'", ["it", "~''", "s"]), ("a: \"x\\ty\\u00e9\"", ["x", "~\\t", "y", "~\\u00e9"]),
    ("a: |\n  one\n    two\n\n  three\n", ["one\n", "  two\n\n", "three\n"]), ("a: |-\n  one\n", ["one"]),
    ("a: >\n  one\n  two\n\n  three\n", ["one", "~\n  ", "two", "~\n\n  ", "three", "~\n"]),
    ("é: ü", ["ü"]), ("a: |\r\n  x\r\n", ["x", "~\r\n"]), ("a: \"x\\\n   y\"", ["x", "y"]),
  ])
  func `each byte of a scalar has its place`(yaml: String, expected: [String]) throws {
    #expect(try pieces(yaml) == expected)
  }

  private static let lines = [
    "a: ", "b: |\n", "c: >-\n", "- ", "  text\n", "    more\n", "'q''q'", "\"d\\n\\x41\"", "\n", "  \n", "é\u{2028}f",
    "# n\n",
    " \"o\n  p\"", "\r\n", "k: v\n", "\t", ">+\n", "|2\n", "&x ", "\\", "\u{85}",
  ]

  @Test func `the text is always that of libyaml, and what is verbatim is the same bytes`() throws {
    var generator = SeededGenerator(seed: 3)
    var count = 0
    for _ in 0..<4_000 {
      let yaml = (0..<(1 + generator.below(8))).map { _ in Self.lines[generator.below(Self.lines.count)] }.joined()
      guard let scalars = try? scalars(yaml) else { continue }
      for (node, text) in scalars {
        count += 1
        #expect(text.utf8 == Array((node.scalar ?? "").utf8), "\(yaml.debugDescription)")
        for piece in text.pieces where piece.isVerbatim {
          let source = Array(yaml.utf8)[piece.source.start..<piece.source.end]
          #expect(source.elementsEqual(text.utf8[piece.decoded.start..<piece.decoded.end]))
        }
      }
    }
    #expect(count > 500)
  }
}
