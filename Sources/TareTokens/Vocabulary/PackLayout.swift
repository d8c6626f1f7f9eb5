/// How a packed vocabulary lies in memory. It is read in place: nothing is parsed, copied or built at start.
///
/// ```
/// 0    magic "TAREPACK"                      8 bytes
/// 8    layout version                        u32
/// 12   flags (bit 0: every token is reached by merging its own symbols in rank order; bit 1: symbols are characters;
///      bit 2: some tokens are made of tokens of higher rank, and their records do not tell of what)
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
/// All numbers are little endian. A change to any of this is a new layout version. Tokens are numbered by rank, from
/// 0 without gaps.
enum PackLayout {
  static let magic = Array("TAREPACK".utf8)
  static let version: UInt32 = 2
  static let headerSize = 128
  static let alignment = 64
  /// The flag that says backtracking finds what merging finds.
  static let reachableFlag: UInt32 = 1
  /// The flag that says merging begins with characters and not with bytes.
  static let charactersFlag: UInt32 = 2
  /// The flag that says ranks do not tell when merges come about, so that they are made one by one.
  static let anyOrderFlag: UInt32 = 4
  /// Marks a place in a table of ids where no token stands.
  static let noToken: UInt32 = .max
  /// The bits of an id in a pair entry, and so the bound on the number of tokens.
  static let idBits: UInt64 = 21

  /// The sections in the order of the file.
  enum Section: Int, CaseIterable {
    /// Perfect hash over tokens of at most 7 bytes: a seed for each bucket, `u8`.
    case shortSeeds
    /// The key in each slot, `u64`: the bytes, first byte lowest, and the length in the top byte; 0 is empty. Keys
    /// stand apart from ids, because a count reads no id and twice as many keys fit into a cache.
    case shortKeys
    /// The id in each slot, `u32`.
    case shortIDs
    /// The same for tokens of 8 to 15 bytes, whose keys have two words.
    case mediumSeeds
    case mediumKeys
    case mediumIDs
    /// The id of each byte, 256 `u32`.
    case byteIDs
    /// The id of each pair of bytes, first byte times 256 plus second, `u32`, or `noToken`.
    case bytePairIDs
    /// One ``TokenRecord`` for each token.
    case tokens
    /// The bytes of all tokens, one behind the other in id order.
    case tokenBytes
    /// Perfect hash over the pairs whose merge makes a token: seeds, `u8`.
    case pairSeeds
    /// Each slot, `u64`: left, right and merged id, 21 bits each from the lowest; all ones is empty.
    case pairEntries
    /// A filter over the pairs, two bits in one word for each: most pairs that are asked for do not merge.
    case pairFilter
    /// The trie unit reached by each first two bytes, `u32`, or 0 where there is none.
    case trieRoot
    /// The double array of the trie: label 8 bits, base 24 bits, then id plus one (0 for none), as one `u64`.
    case trieUnits
  }

  /// The offset of the first section: the header and the section table, rounded up.
  static let firstSection = roundedUp(headerSize + 16 * Section.allCases.count)

  /// `offset` rounded up to where a section may start.
  static func roundedUp(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
}
