import TestMaterial
import Testing

@testable import TareYAML

struct YAMLNodeTests {
  @Test func `scalars are texts, however they are spelled`() throws {
    let root = try #require(
      try parse("plain: 1.10\nquoted: \"a\\tb\\0c\"\nsingle: 'it''s'\nfolded: >\n  two\n  lines\nnothing:\nflag: no\n"))
    #expect(
      pairs(root).map { $0.value.scalar } == ["1.10", "a\tb\0c", "it's", "two lines\n", "", "no"])
    #expect(pairs(root).map { $0.key.line } == [0, 1, 2, 3, 6, 7])
  }

  @Test func `collections nest and keep their order`() throws {
    let root = try #require(try parse("b: [x, {y: z}]\na:\n  - 1\n  - 2\n"))
    #expect(pairs(root).map { $0.key.scalar } == ["b", "a"])
    #expect(pairs(root).map { shape($0.value) } == ["[x,{y:z}]", "[1,2]"])
  }

  @Test func `an alias is what its anchor stands for`() throws {
    let root = try #require(try parse("a: &name [x, y]\nb: *name\n"))
    #expect(pairs(root).map { shape($0.value) } == ["[x,y]", "[x,y]"])
    #expect(pairs(root).map { $0.value.line } == [0, 0])
  }

  @Test func `aliases of aliases share what they stand for`() throws {
    let bomb = (0..<60).reduce("l0: &l0 [x]\n") { $0 + "l\($1 + 1): &l\($1 + 1) [*l\($1), *l\($1)]\n" }
    #expect(pairs(try #require(try parse(bomb))).count == 61)
  }

  @Test(arguments: ["", "# nothing\n", "\n\n"])
  func `a stream without a document is none`(text: String) throws {
    #expect(try parse(text)?.line == nil)
  }

  @Test(arguments: [
    ("a: b: c", 0, "mapping values are not allowed in this context"),
    ("a: 1\nb: 'open", 1, "while scanning a quoted scalar found unexpected end of stream"),
    ("a: *b", 0, "found undefined alias"), ("a: &a [*a]", 0, "found undefined alias"),
    ("a: 1\n---\nb: 2\n", 1, "expected a single document in the stream but found another document"),
    ("x: 0\na: 1\nb: 2\na: 3\n\"b\": 4\n", 1, "has the key \"a\", \"b\" twice"),
    ("x: {a: 1, a: 2}", 0, "has the key \"a\" twice"),
  ])
  func `what is no YAML is an error with its line`(text: String, line: Int, reason: String) {
    let error = #expect(throws: YAMLError.self) { try parse(text) }
    #expect(error?.reason == reason)
    #expect(error?.line == line)
  }

  @Test func `deep nesting is an error`() {
    for text in [String(repeating: "[", count: 100_000), String(repeating: "- ", count: 5_000) + "x"] {
      #expect(throws: YAMLError.self) { try parse(text) }
    }
  }

  @Test func `no bytes stop the parser`() {
    var random = SeededGenerator(seed: 61)
    let favourites = Array("ab:-[]{}&*!|>'\"%@#?, \n\t0\u{FEFF}".unicodeScalars)
    for _ in 0..<4_000 {
      for bytes in [random.text(of: favourites, upTo: 60), random.bytes(count: 20)] {
        // Either a value or an error; what it is does not matter here.
        _ = try? YAMLNode.parse(bytes)
      }
    }
  }

  // MARK: Shapes

  private func parse(_ text: String) throws(YAMLError) -> YAMLNode? { try YAMLNode.parse(Array(text.utf8)) }

  private func pairs(_ node: YAMLNode) -> [(key: YAMLNode, value: YAMLNode)] {
    if case .mapping(let pairs) = node.content { return pairs }
    return []
  }

  private func shape(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text): text
    case .sequence(let items): "[\(items.map(shape).joined(separator: ","))]"
    case .mapping(let pairs): "{\(pairs.map { "\(shape($0.key)):\(shape($0.value))" }.joined(separator: ","))}"
    }
  }
}
