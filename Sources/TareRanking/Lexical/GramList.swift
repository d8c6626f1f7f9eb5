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

  /// How many words there are.
  var count: Int { ends.count }

  /// Adds the grams of a word; a word too short for one is one as a whole.
  mutating func append(_ word: Span<UInt8>, isDense: Bool) {
    if isDense { appendPairs(of: word) } else { appendFours(of: word) }
    ends.append(Int32(truncatingIfNeeded: grams.count))
  }

  private mutating func appendFours(of word: Span<UInt8>) {
    var gram = Gram().followed(by: 0x20)
    var (count, offset) = (1, 0)
    while offset < word.count {
      gram = gram.followed(by: nextScalar(of: word, at: &offset))
      count += 1
      if count >= 4 { grams.append(gram) }
    }
    if count < 4 { grams.append(gram) }
    edges.append((0, 0))
  }

  private mutating func appendPairs(of word: Span<UInt8>) {
    var gram = Gram()
    var (first, last): (UInt32, UInt32) = (0, 0)
    var (count, offset) = (0, 0)
    while offset < word.count {
      last = nextScalar(of: word, at: &offset)
      if count == 0 { first = last }
      gram = gram.followed(by: last).pair
      count += 1
      if count >= 2 { grams.append(gram) }
    }
    if count < 2 { grams.append(gram) }
    edges.append((first, last))
    hasDenseWords = true
  }

  /// How many grams a word has.
  func count(of word: Int) -> Int { Int(ends[word] - (word == 0 ? 0 : ends[word - 1])) }

  /// Calls `body` with each gram and the number of its word.
  @inline(__always)
  func forEach(_ body: (Gram, Int32) -> Void) {
    let (grams, ends) = (grams.span, ends.span)
    var place = 0
    for word in ends.indices {
      let end = Int(ends[word])
      while place < end {
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
    return Gram().followed(by: edges[left].last).followed(by: edges[right].first)
  }
}
