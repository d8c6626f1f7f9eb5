import Testing

@testable import TareTokens

struct InstalledStreamTests {
  /// Stands in for a normal form: an e and the accent behind it become one scalar.
  private static func composed(_ utf8: Span<UInt8>) -> [UInt8]? {
    var text: [UInt8] = []
    for index in utf8.indices {
      text.append(utf8[index])
      if text.suffix(3) == [0x65, 0xCC, 0x81] { text.replaceSubrange((text.count - 3)..., with: [0xC3, 0xA9]) }
    }
    return text.count == utf8.count ? nil : text
  }

  /// - Parameter wholePieces: Texts that are tokens where a piece is one of them, though merging does not reach them.
  private static func encoding(
    _ steps: [SplitStep], _ normalForm: RequiredNormalForm? = nil, wholePieces: [String] = []
  ) throws -> Encoding {
    let list = try SmallVocabulary.list(seed: 41, merges: 60)
    let source = EncodingSource(
      tokens: list.tokens.enumerated().map { ($1, TokenID($0)) },
      wholePieces: wholePieces.enumerated().map { (Array($1.utf8), TokenID(list.tokens.count + $0)) },
      looksUpWholePieces: !wholePieces.isEmpty, splitting: steps, addedTokens: [], normalForm: normalForm,
      origin: .tiktoken)
    let file = try source.file(name: "small", family: nil, digest: [])
    return try Encoding(file: file) { _, utf8 in composed(utf8) }
  }

  private static let pattern = #"\p{N}|\p{L}{1,40}|\s+(?!\S)|\s+|[^\s\p{L}\p{N}]+"#

  private func check(_ encoding: Encoding, _ text: String, _ random: inout RandomText) {
    let bytes = Array(text.utf8)
    var counter = StreamCounter(Tokenizer(encoding), window: StreamCounter.smallestWindow, block: 64)
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + 1 + random.next(30))
      counter.append(bytes.span.extracting(start..<end))
      start = end
    }
    #expect(counter.finish() == Tokenizer(encoding).count(text), "\(text.debugDescription)")
  }

  private func check(_ encoding: Encoding, seed: UInt64) {
    var random = RandomText(seed: seed)
    let runs = ["a", "bc", "e\u{301}", "e", "\u{301}", " ", "\n", "!", "'", "'s", "1", "中"]
    for _ in 0..<400 {
      check(encoding, random.text(parts: 60), &random)
      let text = (0..<(1 + random.next(6))).map { _ in
        String(repeating: runs[random.next(runs.count)], count: 1 + random.next(random.next(2) == 0 ? 3 : 80))
      }
      check(encoding, text.joined(), &random)
    }
  }

  @Test func `an encoding with the pattern of GPT-2 counts a stream as the text whole`() throws {
    let encoding = try Self.encoding([try #require(SplitStep(encoding: "r50k_base"))])
    #expect(encoding.splitting == .gpt2)
    check(encoding, seed: 51)
  }

  @Test func `an encoding with a pattern of its own counts a stream as the text whole`() throws {
    check(try Self.encoding([try SplitStep(pattern: Self.pattern, .fancyRegex)]), seed: 52)
  }

  @Test func `an encoding that wants a normal form counts a stream as the text whole`() throws {
    check(try Self.encoding([try SplitStep(pattern: Self.pattern, .fancyRegex)], .nfc), seed: 53)
    check(try Self.encoding([try #require(SplitStep(encoding: "o200k_base"))], .nfc), seed: 54)
  }

  @Test(arguments: ["o200k_base", "cl100k_base", "r50k_base"])
  func `tokens that only a whole piece is are found in a stream too`(pattern: String) throws {
    let pieces = ["aaaaabcaaaa", "bcbcbcbcbcbc", "中中中中中中中", String(repeating: "a", count: 70), "!!!!!!!!!!!!!"]
    let encoding = try Self.encoding([try #require(SplitStep(encoding: pattern))], wholePieces: pieces)
    var random = RandomText(seed: 56)
    for piece in pieces {
      #expect(Tokenizer(encoding).count(piece) == 1)
      for before in ["", "x ", String(repeating: "1 ", count: 40), "\n"] {
        for after in ["", " ", "\n\n", "a", "'s", String(repeating: " a", count: 40)] {
          check(encoding, before + piece + after + piece, &random)
        }
      }
    }
    check(encoding, seed: 57)
  }

  @Test func `an encoding of several steps counts a stream as the text whole`() throws {
    let steps = [
      try SplitStep(pattern: #"\p{N}{1,3}"#, .fancyRegex), try SplitStep(pattern: Self.pattern, .fancyRegex),
    ]
    check(try Self.encoding(steps), seed: 55)
  }
}
