import FoundationEssentials
import TestMaterial
import Testing

@testable import TareTokens

/// The compact rank lists of the repository, and the reference encoders made from them.
enum Reference {
  static func list(_ encoding: Encoding) throws -> RankList {
    let (folder, name) =
      encoding == .cl100kBase ? ("CTareCl100k", "cl100k_base") : ("CTareO200k", "o200k_base")
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let file = sources.appending(path: folder).appending(path: "\(name).ranks")
    return try RankList(compact: Array(Data(contentsOf: file)))
  }

  static func encoder(_ encoding: Encoding) throws -> ReferenceEncoder {
    ReferenceEncoder(try list(encoding), encoding == .cl100kBase ? .cl100k : .o200k)
  }
}

struct TokenizerTests {
  @Test func `known texts have the ids that tiktoken gives them`() {
    #expect(Tokenizer(.o200kBase).encode("Hello world") == [13225, 2375])
    #expect(Tokenizer(.cl100kBase).encode("Hello world") == [9906, 1917])
    #expect(Tokenizer(.cl100kBase).encode("tiktoken is great!") == [83, 1609, 5963, 374, 2294, 0])
  }

  @Test(arguments: Encoding.inUse)
  func `random text is encoded as the reference encoder does`(encoding: Encoding) throws {
    let reference = try Reference.encoder(encoding)
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 7)
    for _ in 0..<1_500 {
      let text = random.text(parts: 40)
      #expect(tokenizer.encode(text) == reference.encode(text), "\(text.debugDescription)")
    }
  }

  @Test(arguments: Encoding.inUse)
  func `long pieces are encoded as the reference encoder does`(encoding: Encoding) throws {
    let reference = try Reference.encoder(encoding)
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 11)
    for _ in 0..<150 {
      let letters = String(
        (0..<(16 + random.next(200))).map { _ in Character(Unicode.Scalar(UInt8(97 + random.next(26)))) })
      #expect(tokenizer.encode(letters) == reference.encode(letters))
      let han = String(
        (0..<(6 + random.next(40))).compactMap { _ in Unicode.Scalar(0x4E00 + random.next(0x5000)).map(Character.init) }
      )
      #expect(tokenizer.encode(han) == reference.encode(han))
    }
  }

  @Test(arguments: Encoding.inUse)
  func `every token's own bytes encode to that token`(encoding: Encoding) throws {
    let tokenizer = Tokenizer(encoding)
    let splitter = ReferenceSplitter(pattern: encoding == .cl100kBase ? .cl100k : .o200k)
    var checked = 0
    for (rank, token) in try Reference.list(encoding).tokens.enumerated() where rank % 5 == 0 {
      #expect(try tokenizer.decode([TokenID(rank)]) == token)
      // Some tokens are parts of a character, and some the pattern itself would split.
      guard let text = String(validating: token, as: UTF8.self), splitter.pieces(text).count == 1 else { continue }
      #expect(tokenizer.encode(text) == [TokenID(rank)])
      checked += 1
    }
    #expect(checked > 15_000)
  }

  @Test(arguments: Encoding.inUse)
  func `a count is the number of tokens, and decoding gives the text back`(encoding: Encoding) throws {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 3)
    for _ in 0..<2_000 {
      let text = random.text(parts: 60)
      let ids = tokenizer.encode(text)
      #expect(tokenizer.count(text) == ids.count)
      #expect(try tokenizer.decode(ids) == Array(text.utf8))
    }
  }

  @Test(arguments: Encoding.inUse)
  func `bytes that are not UTF-8 are counted and given back`(encoding: Encoding) throws {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 5)
    for _ in 0..<2_000 {
      let bytes = random.bytes(count: random.next(50))
      let ids = tokenizer.encode(bytes.span)
      #expect(try tokenizer.decode(ids) == bytes)
      #expect(tokenizer.count(bytes.span) == ids.count)
    }
  }

  @Test func `nothing has no tokens`() throws {
    for encoding in Encoding.inUse {
      #expect(Tokenizer(encoding).count("") == 0)
      #expect(Tokenizer(encoding).encode("").isEmpty)
      #expect(try Tokenizer(encoding).decode([]).isEmpty)
    }
  }

  @Test(arguments: [" ", "a", "\n", "_", "^", "\u{301}", "中", "7", "A", "\u{A0}"])
  func `a long run of one character is encoded and given back`(character: String) throws {
    let text = String(repeating: character, count: 50_000)
    for encoding in Encoding.inUse {
      let tokenizer = Tokenizer(encoding)
      let ids = tokenizer.encode(text)
      #expect(ids.count == tokenizer.count(text))
      #expect(try tokenizer.decode(ids) == Array(text.utf8))
    }
  }

  @Test func `an id that does not exist is named with its place`() {
    let error = #expect(throws: UnknownTokenID.self) { try Tokenizer(.o200kBase).decode([13225, 200_000]) }
    #expect(error?.description == "token 200000 at index 1 does not exist in o200k_base")
  }

  @Test func `the name of a special token is text unless the caller says otherwise`() throws {
    let tokenizer = Tokenizer(.o200kBase)
    let text = "a<|endoftext|>b<|endofprompt|>"
    #expect(!tokenizer.encode(text).contains(199_999))
    let controls = tokenizer.encode(text, specialTokens: .control)
    #expect(controls == [64, 199_999, 65, 200_018])
    #expect(try tokenizer.decode(controls) == Array(text.utf8))
  }

  @Test func `harmony is o200k_base with control tokens of its own`() throws {
    let tokenizer = Tokenizer(.o200kHarmony)
    let text = "<|start|>user<|message|>Hello world<|end|><|reserved_201087|><|endofprompt|>"
    #expect(tokenizer.encode(text) == Tokenizer(.o200kBase).encode(text))
    let controls = tokenizer.encode(text, specialTokens: .control)
    #expect(controls == [200_006, 1428, 200_008, 13225, 2375, 200_007, 201_087, 200_018])
    #expect(try tokenizer.decode(controls) == Array(text.utf8))
    #expect(Set(Encoding.o200kHarmony.specialTokens.map(\.id)) == Set(199_998..<201_088))
  }

  @Test func `an unknown encoding names the ones there are`() {
    let error = #expect(throws: UnknownEncoding.self) { try Encoding(named: "o200k") }
    #expect(error?.description == "unknown encoding \"o200k\"; there are o200k_base, o200k_harmony, cl100k_base")
  }

  @Test(arguments: Encoding.all)
  func `runs of one sign are divided as merging divides them`(encoding: Encoding) throws {
    // Tokens of many lengths fit at the longest match, and few of them beside one another.
    let tokenizer = Tokenizer(encoding)
    let reference = try Reference.encoder(encoding)
    for sign in ["-", "=", "#", "*", "/", "\t", " ", "_"] {
      for length in [63, 64, 65, 113, 200, 257, 1_000] {
        let text = String(repeating: sign, count: length)
        #expect(tokenizer.encode(text) == reference.encode(text), "\(sign) x \(length)")
      }
    }
  }
}
