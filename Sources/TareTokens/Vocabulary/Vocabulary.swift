/// A packed vocabulary, read in place: pointers into tables that lie ready, and nothing of its own.
///
/// SAFETY: a pack is embedded in the binary, so its bytes outlive every copy of this struct and never change; `init`
/// checks that each section lies inside the pack and has the size its neighbours
/// imply, so an index below the stated counts is in bounds. That is also why it may cross threads.
@safe struct Vocabulary: @unchecked Sendable {
  let tokenCount: Int

  let shortSeeds: UnsafePointer<UInt8>
  let shortBucketCount: UInt32
  let shortEntries: UnsafePointer<UInt64>
  let shortSlotCount: UInt32

  let mediumSeeds: UnsafePointer<UInt8>
  let mediumBucketCount: UInt32
  let mediumEntries: UnsafePointer<UInt64>
  let mediumSlotCount: UInt32

  let byteIDs: UnsafePointer<TokenID>
  let bytePairIDs: UnsafePointer<TokenID>
  let tokenOffsets: UnsafePointer<UInt32>
  let tokenBytes: UnsafePointer<UInt8>

  let splits: UnsafePointer<UInt32>
  let pairSeeds: UnsafePointer<UInt8>
  let pairBucketCount: UInt32
  let pairEntries: UnsafePointer<UInt64>
  let pairSlotCount: UInt32
  let pairFilter: UnsafePointer<UInt64>
  let pairFilterWords: Int

  let shorterPrefixes: UnsafePointer<TokenID>
  let trieRoot: UnsafePointer<UInt32>
  let trieUnits: UnsafePointer<UInt64>

  /// Reads the pack at `start`.
  ///
  /// - Throws: ``PackError`` when the bytes are not a pack of this layout, its sections do not fit together, or some
  ///   token is not reached by merging, so that backtracking would be wrong. The
  ///   contents of the sections are not looked at: that is what the checksum is for.
  init(_ pack: UnsafeRawBufferPointer) throws(PackError) {
    let reader = unsafe try PackReader(pack)
    let tokens = reader.tokenCount
    tokenCount = tokens
    guard reader.isReachable else { throw .unreachableTokens }
    unsafe shortSeeds = try reader.pointer(.shortSeeds, to: UInt8.self)
    unsafe shortEntries = try reader.pointer(.shortEntries, to: UInt64.self)
    shortBucketCount = UInt32(reader.count(.shortSeeds, of: UInt8.self))
    shortSlotCount = UInt32(reader.count(.shortEntries, of: UInt64.self) / 2)
    unsafe mediumSeeds = try reader.pointer(.mediumSeeds, to: UInt8.self)
    unsafe mediumEntries = try reader.pointer(.mediumEntries, to: UInt64.self)
    mediumBucketCount = UInt32(reader.count(.mediumSeeds, of: UInt8.self))
    mediumSlotCount = UInt32(reader.count(.mediumEntries, of: UInt64.self) / 4)
    unsafe byteIDs = try reader.pointer(.byteIDs, to: TokenID.self, count: 256)
    unsafe bytePairIDs = try reader.pointer(.bytePairIDs, to: TokenID.self, count: 65_536)
    unsafe tokenOffsets = try reader.pointer(.tokenOffsets, to: UInt32.self, count: tokens + 1)
    unsafe tokenBytes = try reader.pointer(.tokenBytes, to: UInt8.self)
    unsafe splits = try reader.pointer(.splits, to: UInt32.self, count: 2 * tokens)
    unsafe pairSeeds = try reader.pointer(.pairSeeds, to: UInt8.self)
    unsafe pairEntries = try reader.pointer(.pairEntries, to: UInt64.self)
    pairBucketCount = UInt32(reader.count(.pairSeeds, of: UInt8.self))
    pairSlotCount = UInt32(reader.count(.pairEntries, of: UInt64.self))
    unsafe pairFilter = try reader.pointer(.pairFilter, to: UInt64.self)
    pairFilterWords = reader.count(.pairFilter, of: UInt64.self)
    unsafe shorterPrefixes = try reader.pointer(.shorterPrefixes, to: TokenID.self, count: tokens)
    unsafe trieRoot = try reader.pointer(.trieRoot, to: UInt32.self, count: 65_536)
    unsafe trieUnits = try reader.pointer(.trieUnits, to: UInt64.self)
  }
}
