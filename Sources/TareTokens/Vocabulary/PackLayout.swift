/// How a packed vocabulary lies in memory. It is read in place: nothing is parsed, copied or built at start.
///
/// ```
/// 0    magic "TAREPACK"                      8 bytes
/// 8    layout version                        u32
/// 12   flags (bit 0: every token is reached by merging its own bytes in rank order)
/// 16   number of tokens                      u32
/// 20   length of the longest token, bytes    u32
/// 24   zero                                  u32
/// 28   number of sections                    u32
/// 32   SHA-256 of the rank file              32 bytes
/// 64   name, padded with zero bytes          32 bytes
/// 96   checksum of everything from 128 on    u64
/// 104  zero                                  24 bytes
/// 128  for each section, in order: offset u64, length in bytes u64
/// ...  the sections, each starting on a multiple of 64
/// ```
/// All numbers are little endian. A change to any of this is a new layout version.
enum PackLayout {
  static let magic = Array("TAREPACK".utf8)
  static let version: UInt32 = 1
  static let headerSize = 128
  static let alignment = 64
  /// The flag that says backtracking finds what merging finds.
  static let reachableFlag: UInt32 = 1
  /// Marks a place in a table of ids where no token stands.
  static let noToken: UInt32 = .max
  /// The bits of an id in a pair entry, and so the bound on the number of tokens.
  static let idBits: UInt64 = 21

  /// The sections in the order of the file.
  enum Section: Int, CaseIterable {
    /// Perfect hash over tokens of at most 7 bytes: a seed for each bucket, `u8`.
    case shortSeeds
    /// Each slot: the key, `u64` (the bytes, first byte lowest, and the length in the top byte; 0 is empty), then
    /// the id, `u64`. Key and id share a cache line.
    case shortEntries
    /// The same for tokens of 8 to 15 bytes: two words of key, then the id, then zero.
    case mediumSeeds
    case mediumEntries
    /// The id of each byte, 256 `u32`.
    case byteIDs
    /// The id of each pair of bytes, first byte times 256 plus second, `u32`, or `noToken`.
    case bytePairIDs
    /// Where each token's bytes begin in `tokenBytes`, `u32`, one more than there are tokens.
    case tokenOffsets
    /// The bytes of all tokens, one behind the other in id order.
    case tokenBytes
    /// The two tokens whose merge makes a token, `u32` each; a single byte has itself twice.
    case splits
    /// Perfect hash over the pairs of `splits`: seeds, `u8`.
    case pairSeeds
    /// Each slot, `u64`: left, right and merged id, 21 bits each from the lowest; all ones is empty.
    case pairEntries
    /// A filter over the pairs, two bits in one word for each: most pairs that are asked for do not merge.
    case pairFilter
    /// The longest token that is a proper prefix of each token, `u32`, or `noToken`.
    case shorterPrefixes
    /// The trie unit reached by each first two bytes, `u32`, or 0 where there is none.
    case trieRoot
    /// The double array of the trie: label 8 bits, base 24 bits, then id plus one (0 for none), as one `u64`.
    case trieUnits
    /// Special tokens that came with the vocabulary: id `u32`, length `u32`, bytes, for each.
    case specialTokens
  }

  /// The offset of the first section: the header and the section table, rounded up.
  static let firstSection = roundedUp(headerSize + 16 * Section.allCases.count)

  /// `offset` rounded up to where a section may start.
  static func roundedUp(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
}
