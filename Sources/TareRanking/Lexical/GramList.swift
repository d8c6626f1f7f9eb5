/// The runs of characters inside words, word after word.
///
/// ```
/// libraries   ␣lib libr ibra brar rari arie ries      four characters, the start of the word being one
/// 图书馆       图书 书馆                                 two in a dense script
/// ```
/// A word shares most of its grams with its inflections and compounds, of which a stemmer knows only some.
struct GramList: Sendable {
  private var grams: [Gram] = []
  private var ends: [Int32] = []
  /// The first and the last character of each word in a dense script, 0 for others.
  private var edges: [(first: UInt32, last: UInt32)] = []
  /// Whether any word is of a dense script.
  private(set) var hasDenseWords = false

  /// Adds the grams of a word; a word too short for one is one as a whole.
  mutating func append(_ word: ArraySlice<UInt8>, isDense: Bool) {
    let length = isDense ? 2 : 4
    var window: UInt128 = isDense ? 0 : 0x20
    let mask = UInt128(1) << (21 * length) - 1
    var count = isDense ? 0 : 1
    var (first, last): (UInt32, UInt32) = (0, 0)
    forEachScalar(of: word) { scalar in
      window = (window << 21 | UInt128(scalar)) & mask
      count += 1
      if count >= length { grams.append(Gram(window)) }
      if first == 0 { first = scalar }
      last = scalar
    }
    if count < length { grams.append(Gram(window)) }
    ends.append(Int32(grams.count))
    edges.append(isDense ? (first, last) : (0, 0))
    hasDenseWords = hasDenseWords || isDense
  }

  /// How many grams a word has.
  func count(of word: Int) -> Int { Int(ends[word] - (word == 0 ? 0 : ends[word - 1])) }

  /// Calls `body` with each gram and the number of its word.
  func forEach(_ body: (Gram, Int32) -> Void) {
    var place = 0
    for word in ends.indices {
      while place < Int(ends[word]) {
        body(grams[place], Int32(truncatingIfNeeded: word))
        place += 1
      }
    }
  }

  /// The grams of a word.
  subscript(word: Int) -> ArraySlice<Gram> {
    grams[(word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word])]
  }

  /// The gram across two neighbouring words, if both are of dense scripts.
  func gram(between left: Int, and right: Int) -> Gram? {
    guard edges[left].last != 0, edges[right].first != 0 else { return nil }
    return Gram(UInt128(edges[left].last) << 21 | UInt128(edges[right].first))
  }
}

/// A run of up to four characters, mixed to 64 bits.
struct Gram: Hashable, Sendable {
  let bits: UInt64

  /// - Parameter scalars: 21 bits for each.
  init(_ scalars: UInt128) {
    let high = UInt64(truncatingIfNeeded: scalars >> 64) &* 0xD6E8_FEB8_6659_FD93
    let mixed = (UInt64(truncatingIfNeeded: scalars) ^ high) &* 0x9E37_79B9_7F4A_7C15
    bits = mixed ^ mixed >> 29
  }
}

/// Calls `body` with each scalar of UTF-8 that is known to be whole.
private func forEachScalar(of utf8: ArraySlice<UInt8>, _ body: (UInt32) -> Void) {
  var index = utf8.startIndex
  while index < utf8.endIndex {
    let lead = utf8[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var scalar = UInt32(length == 1 ? lead : lead & (0x7F >> UInt8(length)))
    for place in index + 1..<min(index + length, utf8.endIndex) { scalar = scalar << 6 | UInt32(utf8[place] & 0x3F) }
    body(scalar)
    index += length
  }
}
