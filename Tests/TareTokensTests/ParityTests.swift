import TestMaterial
import Testing

@testable import TareTokens

/// Every way of counting and encoding against the reference encoder, on texts made to meet their seams.
struct ParityTests {
  /// What a text is made of.
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case runs, gluedTokens, cutTokens, casing, whiteSpace, contractions, lookAlikes, anyScalars

    var testDescription: String { rawValue }
  }

  /// Lengths at which keys, blocks and caches change what they do.
  private static let lengths = [1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256]
  private static let pools: [Kind: [String]] = [
    .runs: [
      "a", "A", "é", "中", " ", "\n", "\r\n", "\t", "\u{3000}", ".", "_", "7", "٣", "\u{301}", "😀", "\0", "ab", "-=",
    ],
    .casing: ["a", "B", "ß", "ſ", "K", "ǅ", "Ა", "ა", "Ꭰ", "ꭰ", "ᾳ", "ᾼ", "ʰ", "ª", "𝐀", "中", "\u{301}", " "],
    .whiteSpace: [
      " ", "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{1C}", "\u{85}", "\u{A0}", "\u{180E}", "\u{2003}", "\u{200B}",
      "\u{2028}", "\u{202F}", "\u{3000}", "\u{FEFF}", "a", "1", ".",
    ],
    .contractions: ["'", "’", "s", "S", "ſ", "t", "re", "RE", "vE", "ll", "l", "d", "M", "K", "don", " ", "7", "\n"],
    .lookAlikes: ["<|endoftext|>", "<|im_start|>", "<|", "|>", "endoftext", "<|endofprompt|>", "<", "|", "s", " "],
  ]

  private static func text(_ kind: Kind, _ random: inout RandomText, _ tokens: [[UInt8]]) -> String {
    let parts = 1 + random.next(10)
    switch kind {
    case .gluedTokens:
      return String(decoding: (0..<parts).flatMap { _ in tokens[random.next(tokens.count)] }, as: UTF8.self)
    case .cutTokens:
      let cuts = (0..<parts).flatMap { _ in
        let token = tokens[random.next(tokens.count)]
        return random.next(2) == 0
          ? token.prefix(random.next(token.count + 1)) : token.suffix(random.next(token.count + 1))
      }
      return String(decoding: cuts, as: UTF8.self)
    case .anyScalars:
      return String(
        String.UnicodeScalarView((0..<parts).compactMap { _ in Unicode.Scalar(random.next(0x40000)) }))
    case .runs:
      let pool = pools[kind] ?? []
      return (0..<(1 + random.next(3))).map { _ in
        String(repeating: pool[random.next(pool.count)], count: lengths[random.next(lengths.count)])
      }.joined()
    default:
      let pool = pools[kind] ?? []
      return (0..<(parts * 4)).map { _ in pool[random.next(pool.count)] }.joined()
    }
  }

  @Test(arguments: Encoding.inUse, Kind.allCases)
  func `every way of counting and encoding agrees with the reference encoder`(encoding: Encoding, kind: Kind) throws {
    let list = try Reference.list(encoding)
    let reference = try Reference.encoder(encoding)
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 31)
    for _ in 0..<60 {
      let text = Self.text(kind, &random, list.tokens)
      let bytes = Array(text.utf8)
      let expected = reference.encode(text)
      #expect(tokenizer.encode(text) == expected, "\(text.debugDescription)")
      #expect(tokenizer.count(bytes[...]) == expected.count, "\(text.debugDescription)")
      #expect(tokenizer.count(text) == expected.count, "\(text.debugDescription)")
      #expect(try tokenizer.decode(expected) == bytes, "\(text.debugDescription)")
    }
  }

  @Test(arguments: Encoding.inUse)
  func `what a text is made of before changes nothing in what follows`(encoding: Encoding) throws {
    // Caches and working memory are carried from text to text.
    let list = try Reference.list(encoding)
    let shared = Tokenizer(encoding)
    var random = RandomText(seed: 32)
    for _ in 0..<300 {
      let kind = Kind.allCases[random.next(Kind.allCases.count)]
      let text = Self.text(kind, &random, list.tokens)
      #expect(shared.encode(text) == Tokenizer(encoding).encode(text), "\(text.debugDescription)")
    }
  }
}
