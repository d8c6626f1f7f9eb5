import TestMaterial

@testable import TareTokens

/// Vocabularies made by chance, small enough for every rule of merging to matter.
enum SmallVocabulary {
  /// All bytes, and merges of tokens drawn by chance, each of which merging reaches, as training makes them.
  static func list(seed: UInt64, merges: Int) throws -> RankList {
    var random = RandomText(seed: seed)
    var list = try RankList((UInt8.min...UInt8.max).map { [$0] })
    while list.tokens.count < 256 + merges {
      // Tokens over three letters, so that they meet each other in text.
      let pool = list.tokens.filter { $0.allSatisfy { (97...99).contains($0) } }
      let token = pool[random.next(pool.count)] + pool[random.next(pool.count)]
      guard token.count <= 20, ReferenceEncoder(list, .o200k).encode(piece: token).count == 2 else { continue }
      list = try RankList(list.tokens + [token])
    }
    return list
  }

  static func packed(_ list: RankList) throws -> [UInt8] {
    try VocabularyPacker(list, name: "small", sourceDigest: []).packed().bytes
  }

  /// Runs `body` over a vocabulary packed from `list`.
  static func with(_ bytes: [UInt8], _ body: (Vocabulary) throws -> Void) throws {
    let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    defer { unsafe storage.deallocate() }
    unsafe storage.copyBytes(from: bytes)
    try body(unsafe Vocabulary(UnsafeRawBufferPointer(storage)))
  }
}
