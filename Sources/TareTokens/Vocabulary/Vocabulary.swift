/// A packed vocabulary, read in place: pointers into tables that lie ready, and nothing of its own.
///
/// SAFETY: whoever makes one promises that the pack's bytes outlive every copy of this struct and never change, as
/// embedded ones and files mapped for the life of the process do; that is also why it may cross threads. `init`
/// checks that each section lies inside the pack and has the size its neighbours imply, so that an index below the
/// stated counts is in bounds. That the *contents* hold no larger index is so by construction for what the packer
/// wrote, and is proved by ``init(verifying:)`` for a pack from anywhere else.
@safe struct Vocabulary: @unchecked Sendable {
  let tokenCount: Int
  /// The length of the longest token in bytes.
  let longestToken: Int
  /// Whether merging begins with the characters that have a token, and not with bytes.
  let mergesCharacters: Bool
  /// Whether some token is made of tokens of higher rank.
  let mergesInAnyOrder: Bool
  /// For each two bytes, a bit that tells whether such a token begins with them; see ``EarlyTokens``.
  ///
  /// SAFETY: 1,024 words, written once before the vocabulary is used, and never given back.
  var earlyBeginnings: UnsafePointer<UInt64>?

  let shortSeeds: UnsafePointer<UInt8>
  let shortBucketCount: UInt32
  let shortKeys: UnsafePointer<UInt64>
  let shortIDs: UnsafePointer<TokenID>
  let shortSlotCount: UInt32

  let mediumSeeds: UnsafePointer<UInt8>
  let mediumBucketCount: UInt32
  let mediumKeys: UnsafePointer<UInt64>
  let mediumIDs: UnsafePointer<TokenID>
  let mediumSlotCount: UInt32

  let byteIDs: UnsafePointer<TokenID>
  let bytePairIDs: UnsafePointer<TokenID>
  let tokens: UnsafePointer<TokenRecord>
  let tokenBytes: UnsafePointer<UInt8>
  let tokenByteCount: Int

  let pairSeeds: UnsafePointer<UInt8>
  let pairBucketCount: UInt32
  let pairEntries: UnsafePointer<UInt64>
  let pairSlotCount: UInt32
  let pairFilter: UnsafePointer<UInt64>
  let pairFilterWords: Int

  let trieRoot: UnsafePointer<UInt32>
  let trieUnits: UnsafePointer<UInt64>
  let trieUnitCount: Int

  /// Reads the pack at `start`, which must be a multiple of 64.
  ///
  /// - Throws: ``PackError`` when the bytes are not a pack of this layout, its sections do not fit together, or some
  ///   token is not reached by merging, so that backtracking would be wrong. The contents of the sections are not looked at: that is what ``init(verifying:)`` is for.
  /// - Complexity: O(1); no table is touched.
  init(_ pack: UnsafeRawBufferPointer) throws(PackError) {
    let reader = unsafe try PackReader(pack)
    guard reader.isReachable else { throw .unreachableTokens }
    let count = reader.tokenCount
    tokenCount = count
    longestToken = reader.longestToken
    mergesCharacters = reader.mergesCharacters
    mergesInAnyOrder = reader.mergesInAnyOrder

    unsafe shortSeeds = try reader.pointer(.shortSeeds, to: UInt8.self)
    shortBucketCount = UInt32(clamping: reader.count(.shortSeeds, of: UInt8.self))
    let shortSlots = reader.count(.shortIDs, of: TokenID.self)
    unsafe shortKeys = try reader.pointer(.shortKeys, to: UInt64.self, count: shortSlots)
    unsafe shortIDs = try reader.pointer(.shortIDs, to: TokenID.self)
    shortSlotCount = UInt32(clamping: shortSlots)

    unsafe mediumSeeds = try reader.pointer(.mediumSeeds, to: UInt8.self)
    mediumBucketCount = UInt32(clamping: reader.count(.mediumSeeds, of: UInt8.self))
    let mediumSlots = reader.count(.mediumIDs, of: TokenID.self)
    unsafe mediumKeys = try reader.pointer(.mediumKeys, to: UInt64.self, count: 2 * mediumSlots)
    unsafe mediumIDs = try reader.pointer(.mediumIDs, to: TokenID.self)
    mediumSlotCount = UInt32(clamping: mediumSlots)

    unsafe byteIDs = try reader.pointer(.byteIDs, to: TokenID.self, count: 256)
    unsafe bytePairIDs = try reader.pointer(.bytePairIDs, to: TokenID.self, count: 65_536)
    unsafe tokens = try reader.pointer(.tokens, to: TokenRecord.self, count: count)
    unsafe tokenBytes = try reader.pointer(.tokenBytes, to: UInt8.self)
    tokenByteCount = reader.count(.tokenBytes, of: UInt8.self)

    unsafe pairSeeds = try reader.pointer(.pairSeeds, to: UInt8.self)
    unsafe pairEntries = try reader.pointer(.pairEntries, to: UInt64.self)
    pairBucketCount = UInt32(clamping: reader.count(.pairSeeds, of: UInt8.self))
    pairSlotCount = UInt32(clamping: reader.count(.pairEntries, of: UInt64.self))
    unsafe pairFilter = try reader.pointer(.pairFilter, to: UInt64.self)
    pairFilterWords = reader.count(.pairFilter, of: UInt64.self)

    unsafe trieRoot = try reader.pointer(.trieRoot, to: UInt32.self, count: 65_536)
    unsafe trieUnits = try reader.pointer(.trieUnits, to: UInt64.self)
    trieUnitCount = reader.count(.trieUnits, of: UInt64.self)
  }
}
