import TarePrompts
import TareText

/// A sample of the phrases of a text, by which two texts can be compared without having either.
///
/// Of the hashes of every five words in a row the smallest are kept. Of the smallest of both texts together, the share
/// that stands in both estimates the share of phrases that the texts have in common (Broder, "On the resemblance and
/// containment of documents", 1997).
struct TextSketch: Sendable, Hashable {
  /// How many hashes are kept: the estimate is off by about one part in twenty.
  static let size = 64
  /// How many words make a phrase.
  private static let phraseLength = 5

  /// The smallest hashes, in order.
  let hashes: [UInt64]

  /// A sketch as it was written before.
  init(hashes: [UInt64]) { self.hashes = hashes }

  /// The sketch of what `document` sends; `nil` for a text too short to be compared.
  ///
  /// - Complexity: O(*n*) in bytes.
  init?(_ document: PromptDocument) {
    var sample = SmallestHashes(limit: Self.size)
    for text in document.sentTexts {
      var words: [UInt64] = []
      for word in text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
        words.append(Self.hash(word))
        guard words.count >= Self.phraseLength else { continue }
        sample.add(Self.hash(words.suffix(Self.phraseLength)))
      }
    }
    let hashes = sample.finished()
    guard hashes.count == Self.size else { return nil }
    self.hashes = hashes
  }

  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    var hash = FNV1a()
    for byte in word { hash.combine(byte) }
    return hash.value
  }

  /// Words are mixed by a multiplication (Knuth's golden ratio), so that their order counts and no byte is read twice.
  private static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(0) { hash, word in
      let mixed = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      return mixed ^ (mixed >> 29)
    }
  }

  /// The share of phrases that both texts have, in hundredths.
  ///
  /// - Complexity: O(1): both are of one size.
  func likeness(to other: TextSketch) -> Int {
    var (mine, theirs, both, seen) = (0, 0, 0, 0)
    while seen < Self.size, mine < hashes.count, theirs < other.hashes.count {
      if hashes[mine] == other.hashes[theirs] {
        both += 1
        (mine, theirs) = (mine + 1, theirs + 1)
      } else if hashes[mine] < other.hashes[theirs] {
        mine += 1
      } else {
        theirs += 1
      }
      seen += 1
    }
    return seen > 0 ? both * 100 / seen : 0
  }
}

/// The smallest of many numbers, each once.
private struct SmallestHashes {
  private let limit: Int
  private var found: [UInt64] = []
  private var largest = UInt64.max

  init(limit: Int) { self.limit = limit }

  mutating func add(_ hash: UInt64) {
    guard hash < largest else { return }
    found.append(hash)
    if found.count >= limit * 16 { trim() }
  }

  private mutating func trim() {
    var distinct: [UInt64] = []
    for hash in found.sorted() where hash != distinct.last {
      distinct.append(hash)
      if distinct.count == limit { break }
    }
    found = distinct
    if found.count == limit, let last = found.last { largest = last }
  }

  mutating func finished() -> [UInt64] {
    trim()
    return found
  }
}
