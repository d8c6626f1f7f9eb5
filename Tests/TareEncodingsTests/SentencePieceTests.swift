import TestMaterial
import Testing

@testable import TareEncodings
@testable import TareTokens

private func tokenizer(_ vocabulary: MarkedVocabulary) throws -> Tokenizer {
  Tokenizer(try Encoding(file: VocabularyFile(vocabulary.json).compiled(name: "small", family: nil)))
}

/// Texts of the characters of the small vocabulary and of some that it does not have.
private func randomTexts(_ count: Int, length: ClosedRange<Int> = 0...40) -> [String] {
  var generator = SeededGenerator(seed: 7)
  let alphabet = Array("    aaabbbccdéé中中\n\nxñ𝄞▁".unicodeScalars)
  return (0..<count).map { _ in
    let length = Int.random(in: length, using: &generator)
    return String(String.UnicodeScalarView((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) }))
  }
}

struct SentencePieceTests {
  static let kinds: [(vocabulary: MarkedVocabulary, prefix: String)] = [
    (.plain, ""), (.joined, ""), (.prefixed, " "), (.anyOrder, ""), (.metaspace("never", split: false), ""),
  ]

  @Test(arguments: kinds)
  func `tokens are those of plain merging over characters`(vocabulary: MarkedVocabulary, prefix: String) throws {
    let tokenizer = try tokenizer(vocabulary)
    for text in randomTexts(400) + ["", " ", "▁", "\n\n\n", "<0x0A>"] {
      let wanted = vocabulary.ids(text.isEmpty ? "" : prefix + text)
      #expect(tokenizer.encode(text) == wanted, "\(text)")
      #expect(tokenizer.count(text) == wanted.count)
    }
  }

  @Test(arguments: [true, false])
  func `Metaspace puts a space before a text that has none, and may divide at each`(split: Bool) throws {
    for (scheme, isAlways) in [("first", false), ("always", true)] {
      let vocabulary = MarkedVocabulary.metaspace(scheme, split: split)
      let tokenizer = try tokenizer(vocabulary)
      for text in randomTexts(200, length: 1...30) {
        let hasSpace = text.hasPrefix(" ") || text.hasPrefix("▁")
        #expect(tokenizer.encode(text) == ids(hasSpace ? text : " " + text, vocabulary, split: split))
      }
      let end = tokenizer.encode("ab", specialTokens: .text)
      let bare = isAlways ? end : vocabulary.ids("ab")
      #expect(tokenizer.encode("ab</s>ab", specialTokens: .control) == end + [2] + bare)
    }
  }

  private func ids(_ text: String, _ vocabulary: MarkedVocabulary, split: Bool) -> [TokenID] {
    guard split else { return vocabulary.ids(text) }
    var pieces = [""]
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "▁" { pieces.append("") }
      pieces[pieces.count - 1].unicodeScalars.append(scalar)
    }
    return pieces.flatMap { vocabulary.ids($0) }
  }

  @Test(arguments: kinds)
  func `decoding gives the text back, with a space for each U+2581`(vocabulary: MarkedVocabulary, prefix: String) throws
  {
    let tokenizer = try tokenizer(vocabulary)
    for text in randomTexts(200) {
      let decoded = String(decoding: try tokenizer.decode(tokenizer.encode(text)), as: UTF8.self)
      let wanted = text.replacing("▁", with: " ")
      // Without a space put before it, a text's own is left out by a decoder that strips one.
      let isStripped = vocabulary.decoder.contains("Strip") && prefix.isEmpty && wanted.hasPrefix(" ")
      #expect(decoded == (isStripped ? String(wanted.dropFirst()) : wanted))
    }
    #expect(try tokenizer.decode([3 + 0xE4]) == [0xE4])
  }

  @Test func `a byte that is no part of a character becomes its token`() throws {
    let tokenizer = try tokenizer(.plain)
    let bytes: [UInt8] = [0x61, 0xC3, 0x62, 0xE4, 0xB8, 0xFF]
    let a = TokenID(MarkedVocabulary.plain.tokens.firstIndex(of: "a") ?? 0)
    let wanted: [TokenID] = [a, 0xC6, a + 1, 0xE7, 0xBB, 0x102]
    #expect(tokenizer.encode(bytes.span) == wanted)
    #expect(tokenizer.count(bytes[...]) == 6)
  }

  @Test(arguments: [.plain, .joined, .anyOrder, .prefixed, .metaspace("first", split: true)] as [MarkedVocabulary])
  func `a stream and each operation agree with the plain count`(vocabulary: MarkedVocabulary) throws {
    let tokenizer = try tokenizer(vocabulary)
    for text in randomTexts(40, length: 20...90) { try expectAgreement(of: tokenizer, in: text) }
  }

  @Test func `how a text is divided is told`() throws {
    #expect(try tokenizer(.plain).encoding.splittingDescription == "by its own pattern")
    #expect(try tokenizer(.joined).encoding.splittingDescription == "not at all")
  }

  @Test(arguments: [
    ("normalizer", "null", "normalizer: does not put U+2581 in the place of spaces, and no Metaspace does"),
    (
      "normalizer", #"{"type":"NFKC"}"#,
      "normalizer: a normalizer of type NFKC is not understood here, only one Prepend, and Replace"
    ),
    (
      "normalizer", #"{"type":"Replace","pattern":{"Regex":" {2,}"},"content":"▁"}"#,
      #"normalizer.pattern: has no "String""#
    ),
    ("normalizer", #"{"type":"Prepend","prepend":"_"}"#, #"normalizer.prepend: is not understood, only "▁""#),
    (
      "preTokenizer", #"{"type":"Whitespace"}"#,
      "pre_tokenizer: a pre-tokenizer of type Whitespace is not understood here, only Metaspace and Split"
    ),
    (
      "preTokenizer", #"{"type":"Metaspace","replacement":"▁","prepend_scheme":"sometimes"}"#,
      "pre_tokenizer.prepend_scheme: sometimes is not understood, only always, first and never"
    ),
    (
      "decoder", #"{"type":"Metaspace","replacement":"▁"}"#,
      "decoder: is not understood here, only Replace, ByteFallback and Fuse, and Strip behind them"
    ),
    (
      "options", #","byte_fallback":true,"ignore_merges":true"#,
      "model.ignore_merges: true is not understood, only false"
    ),
    ("characters", "a", "model.vocab: U+2581, which stands for a space, has no token"),
    ("merges", "<0x41>", "model.merges[0]: merges the token of a byte, which is not understood"),
  ])
  func `a part that is not understood is refused with its path`(part: String, value: String, reason: String) {
    var vocabulary = MarkedVocabulary()
    switch part {
    case "normalizer": vocabulary.normalizer = value
    case "preTokenizer": vocabulary.preTokenizer = value
    case "decoder": vocabulary.decoder = value
    case "characters": (vocabulary.characters, vocabulary.merges) = ([value], [])
    case "merges": vocabulary.merges = [(value, value)]
    default: vocabulary.options = value
    }
    let error = #expect(throws: VocabularyError.self) { try VocabularyFile(vocabulary.json) }
    #expect(error?.description == reason)
  }
}
