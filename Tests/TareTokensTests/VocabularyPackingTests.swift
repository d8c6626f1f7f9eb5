import TestMaterial
import Testing

@testable import TareTokens

struct VocabularyPackingTests {
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `backtracking, new and remembered, finds what the definition of merging finds`(seed: UInt64) throws {
    let list = try SmallVocabulary.list(seed: seed, merges: 120)
    let reference = ReferenceEncoder(list, .o200k)
    var random = RandomText(seed: seed)
    try SmallVocabulary.with(try SmallVocabulary.packed(list)) { vocabulary in
      for _ in 0..<400 {
        let piece = (0..<(1 + random.next(60))).map { _ in UInt8(97 + random.next(3)) }
        let wanted = reference.encode(piece: piece)
        #expect(Self.backtracked(piece, vocabulary) == wanted)
        #expect(Self.encoded(piece, vocabulary) == wanted)
      }
    }
  }

  private static func backtracked(_ piece: [UInt8], _ vocabulary: Vocabulary) -> [TokenID] {
    withCursor(piece) { cursor in
      var backtracking = Backtracking()
      defer { backtracking.free() }
      let count = backtracking.run(cursor, 0, piece.count, vocabulary)
      return unsafe Array(UnsafeBufferPointer(start: backtracking.tokens, count: count))
    }
  }

  private static func withCursor(_ piece: [UInt8], _ body: (TextCursor) -> [TokenID]) -> [TokenID] {
    unsafe piece.withUnsafeBufferPointer { buffer in
      var nothing: UInt8 = 0
      return unsafe withUnsafePointer(to: &nothing) { unsafe body(TextCursor(buffer, empty: $0)) }
    }
  }

  @Test func `a vocabulary with a token that merging does not reach is named and refused`() throws {
    // "abc" can only come from "ab" and "c" or "a" and "bc", and neither pair is a token.
    let list = try RankList((UInt8.min...UInt8.max).map { [$0] } + [Array("abc".utf8)])
    let (bytes, summary) = try VocabularyPacker(list, name: "small", sourceDigest: []).packed()
    #expect(summary.unreachable == [256])
    #expect(throws: PackError.unreachableTokens) { try SmallVocabulary.with(bytes) { _ in } }
  }

  /// The piece as a pass encodes it, from new working memory and then from what that remembers; a count agrees.
  private static func encoded(_ piece: [UInt8], _ vocabulary: Vocabulary) -> [TokenID] {
    withCursor(piece) { cursor in
      let memory = WorkingMemory(byteCount: piece.count)
      var pass = TextPass(cursor, vocabulary, memory)
      var lists: [[TokenID]] = []
      for _ in 0..<2 {
        var tokens: [TokenID] = []
        pass.encodePiece(0, piece.count, into: &tokens)
        #expect(pass.countPiece(0, piece.count) == tokens.count)
        lists.append(tokens)
      }
      #expect(lists[0] == lists[1])
      return lists[0]
    }
  }

  @Test func `the compact list is read back as it was written`() throws {
    let list = try SmallVocabulary.list(seed: 8, merges: 40)
    #expect(try RankList(compact: list.compact) == list)
  }

  @Test func `tiktoken's lines are read in any order`() throws {
    let lines = (0..<256).reversed().map { "\(base64(UInt8($0))) \($0)\n" }.joined() + "YWI= 256\n"
    let list = try RankList(tiktoken: Array(lines.utf8))
    #expect(list.tokens.count == 257)
    #expect(list.tokens[256] == Array("ab".utf8))
  }

  private func base64(_ byte: UInt8) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return "\(digits[Int(byte >> 2)])\(digits[Int(byte & 3) << 4])=="
  }

  @Test(arguments: [
    ("AA==", PackingError.malformedLine(1)), ("AA== x", .malformedLine(1)), ("*A== 0", .malformedLine(1)),
    ("AA== 0\nAQ== 0", .brokenRanks(0)), ("AA== 0\nAQ== 2", .brokenRanks(1)), ("AA== 0", .missingByte(1)),
    ("AA== 0\nAA== 1", .repeatedToken(rank: 1)), ("AA== -1", .malformedLine(1)),
    ("AA== 99999999999999999999", .malformedLine(1)),
  ])
  func `a broken rank file is refused with its place`(text: String, wanted: PackingError) {
    let error = #expect(throws: PackingError.self) { try RankList(tiktoken: Array(text.utf8)) }
    #expect(error == wanted)
  }

  @Test func `a cut rank list is refused`() throws {
    let bytes = try SmallVocabulary.list(seed: 2, merges: 10).compact
    #expect(throws: PackingError.truncatedRankList) { try RankList(compact: Array(bytes.dropLast())) }
  }

  @Test func `packing twice gives the same bytes`() throws {
    let list = try SmallVocabulary.list(seed: 4, merges: 60)
    #expect(try SmallVocabulary.packed(list) == SmallVocabulary.packed(list))
  }

  @Test func `a damaged pack is refused and never read`() throws {
    let bytes = try SmallVocabulary.packed(try SmallVocabulary.list(seed: 6, merges: 20))
    #expect(throws: PackError.notAPack) { try SmallVocabulary.with(Array(bytes.prefix(100))) { _ in } }
    #expect(throws: PackError.notAPack) { try SmallVocabulary.with([0] + bytes.dropFirst()) { _ in } }
    var other = bytes
    other[8] = 99
    #expect(throws: PackError.otherVersion(99)) { try SmallVocabulary.with(other) { _ in } }
    for section in PackLayout.Section.allCases.indices {
      var cut = bytes
      cut[PackLayout.headerSize + 16 * section + 7] = 0x7F
      #expect(throws: PackError.self, "section \(section)") { try SmallVocabulary.with(cut) { _ in } }
    }
    #expect(throws: PackError.self) { try SmallVocabulary.with(Array(bytes.prefix(bytes.count / 2))) { _ in } }
  }

  @Test func `whatever the bytes of a pack are, it is refused or can be used without leaving it`() throws {
    let sound = try SmallVocabulary.packed(try SmallVocabulary.list(seed: 6, merges: 20))
    var random = RandomText(seed: 6)
    let text = random.bytes(count: 300) + [UInt8](repeating: 97, count: 40) + Array("abcabbacccab".utf8)
    for _ in 0..<150 {
      var bytes = sound
      for _ in 0..<(1 + random.next(4)) { bytes[random.next(bytes.count)] = UInt8(random.next(256)) }
      try? SmallVocabulary.with(bytes) { vocabulary in
        // As if the one who damaged it had mended the checksum.
        try vocabulary.verifyContents()
        for end in [1, 7, 15, 31, 300, text.count] { _ = Self.encoded(Array(text.suffix(end)), vocabulary) }
      }
    }
  }

  @Test(arguments: Encoding.all)
  func `the packs that are built in are whole`(encoding: Encoding) throws {
    try encoding.vocabulary.verifyContents()
  }

  @Test func `the checksum tells a changed byte`() throws {
    var bytes = try SmallVocabulary.packed(try SmallVocabulary.list(seed: 6, merges: 20))
    try verifyChecksum(bytes)
    bytes[bytes.count - 70] ^= 1
    #expect(throws: PackError.wrongChecksum) { try verifyChecksum(bytes) }
  }

  private func verifyChecksum(_ bytes: [UInt8]) throws {
    let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    defer { unsafe storage.deallocate() }
    unsafe storage.copyBytes(from: bytes)
    try unsafe PackReader(UnsafeRawBufferPointer(storage)).verifyChecksum()
  }
}
