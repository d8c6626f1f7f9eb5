import TestMaterial
import Testing

@testable import TareEncodings
@testable import TareTokens

/// An entry of `added_tokens`.
private struct Added {
  let text: String
  let id: TokenID
  var flags: Set<String> = []

  var json: String {
    let members = ["special", "normalized", "lstrip", "rstrip", "single_word"].map { "\"\($0)\":\(flags.contains($0))" }
    let text = text.replacing("\n", with: "\\n")
    return #"{"id":\#(id),"content":"\#(text)",\#(members.joined(separator: ","))}"#
  }
}

/// What tokenizers do, written as plainly as can be: one search after the other over the scalars of a text.
private struct PlainSearch {
  let tokens: [Added]

  enum Part {
    case text(String)
    case token(Added)
  }

  func parts(_ text: String) -> [Part] {
    divided(text, tokens.filter { !$0.flags.contains("normalized") }).flatMap { part in
      guard case .text(let rest) = part else { return [part] }
      return divided(rest, tokens.filter { $0.flags.contains("normalized") })
    }
  }

  private func divided(_ text: String, _ tokens: [Added]) -> [Part] {
    let scalars = Array(text.unicodeScalars)
    let isSpace = { (index: Int) in scalars[index].properties.isWhitespace }
    let isWord = { (index: Int) in
      "1_".unicodeScalars.contains(scalars[index]) || scalars[index].properties.isAlphabetic
    }
    var parts: [Part] = []
    var done = 0
    var place = 0
    while place < scalars.count {
      let found = tokens.filter { scalars[place...].starts(with: $0.text.unicodeScalars) }
        .max { $0.text.unicodeScalars.count < $1.text.unicodeScalars.count }
      guard let found else {
        place += 1
        continue
      }
      var start = place
      var end = place + found.text.unicodeScalars.count
      place = end
      if found.flags.contains("special") { continue }
      let touchesWord = (start > 0 && isWord(start - 1)) || (end < scalars.count && isWord(end))
      if found.flags.contains("single_word"), touchesWord { continue }
      while found.flags.contains("lstrip"), start > done, isSpace(start - 1) { start -= 1 }
      while found.flags.contains("rstrip"), end < scalars.count, isSpace(end) { end += 1 }
      if done < start { parts.append(.text(String(String.UnicodeScalarView(scalars[done..<start])))) }
      parts.append(.token(found))
      (done, place) = (end, end)
    }
    if done < scalars.count { parts.append(.text(String(String.UnicodeScalarView(scalars[done...])))) }
    return parts
  }
}

struct AddedTokenTests {
  private static let sets: [[Added]] = [
    [
      Added(text: "<t>", id: 900), Added(text: "<tt>", id: 901), Added(text: "\n\n", id: 902),
      Added(text: "\n\n\n", id: 903),
    ],
    [Added(text: "bx", id: 900), Added(text: "xb", id: 901, flags: ["normalized"]), Added(text: "中x", id: 902)],
    [Added(text: "  ", id: 900, flags: ["normalized"]), Added(text: "   ", id: 901, flags: ["normalized"])],
    [Added(text: "<t>", id: 900, flags: ["rstrip"]), Added(text: "<tt>", id: 901, flags: ["normalized", "rstrip"])],
    [Added(text: "<t>", id: 900, flags: ["lstrip"]), Added(text: "t>x", id: 901)],
    [Added(text: "axb", id: 900, flags: ["single_word"]), Added(text: "axbc", id: 901), Added(text: "<a", id: 902)],
    [Added(text: "<t>", id: 10, flags: ["special"]), Added(text: "t>", id: 900), Added(text: "<tt>", id: 901)],
    [Added(text: "<t>", id: 10, flags: ["special"]), Added(text: "<tt>", id: 901, flags: ["lstrip", "rstrip"])],
    [Added(text: "xb", id: 900, flags: ["single_word", "normalized"]), Added(text: "\n\n", id: 901)],
  ]

  private static func texts(_ tokens: [Added], count: Int) -> [String] {
    var generator = SeededGenerator(seed: 11)
    let names = tokens.map(\.text)
    let parts =
      names + names.map { String($0.dropLast()) } + names.map { String($0.dropFirst()) }
      + ["a", "b", "c", "ab", " ", "  ", "\n", "x", "é", "中", "<", ">", "t", "1", "'s"]
    return (0..<count).map { _ in
      (0..<Int.random(in: 0...14, using: &generator)).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
    }
  }

  private static func tokenizer(_ vocabulary: SmallVocabulary, _ tokens: [Added] = []) throws -> Tokenizer {
    var vocabulary = vocabulary
    vocabulary.addedTokens = "[\(tokens.map(\.json).joined(separator: ","))]"
    return Tokenizer(try Encoding(file: VocabularyFile(vocabulary.json).compiled(name: "small", family: nil)))
  }

  @Test(arguments: sets.indices)
  func `added tokens are found as a plain search finds them, and special ones stay text`(set: Int) throws {
    let tokens = Self.sets[set]
    let tokenizer = try Self.tokenizer(SmallVocabulary(), tokens)
    let plain = try Self.tokenizer(SmallVocabulary())
    for text in Self.texts(tokens, count: 600) {
      let wanted = PlainSearch(tokens: tokens).parts(text).flatMap { part -> [TokenID] in
        switch part {
        case .text(let text): plain.encode(text)
        case .token(let token): [token.id]
        }
      }
      #expect(tokenizer.encode(text) == wanted, "\(text)")
      #expect(tokenizer.count(text) == wanted.count)
    }
  }

  @Test(arguments: sets.indices)
  func `a stream and each operation agree with the plain count`(set: Int) throws {
    let tokens = Self.sets[set]
    var prefixed = SmallVocabulary()
    prefixed.preTokenizer = #"{"type":"ByteLevel","add_prefix_space":true,"use_regex":true}"#
    var own = SmallVocabulary()
    own.preTokenizer =
      #"{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"\\s+(?!\\S)|\\s?[^\\s]+|\\s"},"behavior":"Isolated","invert":false},{"type":"ByteLevel","add_prefix_space":false,"use_regex":false}]}"#
    for vocabulary in [SmallVocabulary(), prefixed, own] {
      let tokenizer = try Self.tokenizer(vocabulary, tokens)
      for text in Self.texts(tokens, count: 40) { try expectAgreement(of: tokenizer, in: text) }
    }
  }

  @Test(arguments: sets.indices)
  func `streams and operations agree where U+2581 is a space`(set: Int) throws {
    let names = Self.sets[set] + [Added(text: "▁▁", id: 990)]
    for vocabulary in [MarkedVocabulary.plain, .prefixed, .metaspace("first", split: true)] {
      var vocabulary = vocabulary
      let tokens = names.map { token in
        let own = vocabulary.tokens.firstIndex(of: token.text.replacing("\n", with: "\\n"))
        return Added(text: token.text, id: own.map(TokenID.init) ?? token.id, flags: token.flags)
      }
      vocabulary.added = "," + tokens.map(\.json).joined(separator: ",")
      let file = try VocabularyFile(vocabulary.json).compiled(name: "small", family: nil)
      let tokenizer = Tokenizer(try Encoding(file: file))
      for text in Self.texts(names, count: 40) { try expectAgreement(of: tokenizer, in: text) }
    }
  }

  @Test func `a stream is normalized between added tokens, and not across them`() throws {
    var vocabulary = SmallVocabulary()
    vocabulary.normalizer = #"{"type":"NFC"}"#
    vocabulary.addedTokens = "[\(Added(text: "<t>", id: 900).json),\(Added(text: "Ab", id: 901).json)]"
    // A form that joins ">" with a mark, and makes the name of a token out of what was none.
    let joining: TextNormalizer = { _, utf8 in
      let text = String(decoding: utf8.indices.map { utf8[$0] }, as: UTF8.self)
      let result = text.replacing(">\u{338}", with: "≯").replacing("á", with: "Ab")
      return result == text ? nil : Array(result.utf8)
    }
    let file = try VocabularyFile(vocabulary.json).compiled(name: "small", family: nil)
    let tokenizer = Tokenizer(try Encoding(file: file, normalizer: joining))
    for text in ["a<t>\u{338}b", "á<t>á", String(repeating: "ab á <t>\u{338} x>\u{338} ", count: 20)] {
      try expectAgreement(of: tokenizer, in: text)
    }
    #expect(tokenizer.encode("<t>\u{338}").first == 900)
    #expect(!tokenizer.encode("á").contains(901))
  }

  @Test func `ByteLevel may put a space before each stretch that has none`() throws {
    var vocabulary = SmallVocabulary()
    vocabulary.preTokenizer = #"{"type":"ByteLevel","add_prefix_space":true,"use_regex":true}"#
    let tokenizer = try Self.tokenizer(vocabulary, [Added(text: "<t>", id: 900)])
    #expect(tokenizer.encode("ab") == [303])
    #expect(tokenizer.encode(" ab") == [303])
    #expect(tokenizer.encode("ab<t>ab<t> ab") == [303, 900, 303, 900, 303])
    #expect(tokenizer.encode("") == [])
    #expect(try tokenizer.decode([303, 900]) == Array(" ab<t>".utf8))
  }

  @Test(arguments: [
    (#"[{"id":9,"content":"a"},{"id":9,"content":"b"}]"#, "added_tokens[1]: the id is that of another added token"),
    (#"[{"id":9,"content":"a"},{"id":8,"content":"a"}]"#, #"added_tokens[1]: "a" stands twice"#),
    (#"[{"id":9,"content":""}]"#, "added_tokens[0]: the content is empty"),
    (
      #"[{"id":9,"content":"<t>","rstrip":true},{"id":8,"content":" x"}]"#,
      "added_tokens[0].rstrip: true is not understood beside added tokens that begin with white space"
    ),
    (#"[{"id":300,"content":"zz"}]"#, #"added_tokens: "zz" has the id of "ab" in the vocabulary"#),
    (#"[{"id":9,"content":"ab"}]"#, #"added_tokens: "ab" has the id 9, and 300 in the vocabulary"#),
  ])
  func `added tokens that cannot be told apart are refused`(list: String, reason: String) {
    var vocabulary = SmallVocabulary()
    vocabulary.addedTokens = list
    let error = #expect(throws: VocabularyError.self) { try VocabularyFile(vocabulary.json) }
    #expect(error?.description == reason)
  }
}
