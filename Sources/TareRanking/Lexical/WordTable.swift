/// Numbers words in the order of their first appearance.
///
/// ```
/// bytes   t h e c a t s a t
/// ends          3     6     9      word n is ends[n - 1]..<ends[n]
/// keys    the   cat   sat          head, length and hash, which tell most words apart
/// slots   - 2 - - 0 - 1 -          by hash, open addressing, at most half full
/// ```
/// The numbers depend on the words alone, whatever the seed of the hash is.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var keys: [WordKey] = []
  private var slots: [Int32]
  private let seed = WordKey.seed

  /// - Parameter slots: A power of two, twice the words that are expected.
  init(slots: Int = 64) {
    self.slots = [Int32](repeating: -1, count: slots)
    keys.reserveCapacity(slots / 2)
    ends.reserveCapacity(slots / 2)
  }

  /// How many different words there are.
  var count: Int { ends.count }

  /// The bytes of word `number`.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }

  /// The key of word `number`, which is the same in every table.
  func key(of number: Int) -> WordKey { keys[number] }

  /// Calls `body` with the bytes of each word from `start` on, in order.
  func forEachWord(from start: Int, _ body: (Int, Span<UInt8>) -> Void) {
    let span = bytes.span
    for number in start..<max(start, count) { body(number, span.extracting(range(of: number))) }
  }

  /// The number of a word, which is a new one for a new word.
  mutating func number(of word: Span<UInt8>) -> Int {
    let key = WordKey(word, seed: seed)
    let slot = slot(of: word, key)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(truncatingIfNeeded: count)
    // SAFETY: the bytes are copied while the word is there.
    unsafe word.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    keys.append(key)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The number of a word, or `nil` for a word that is not in the table.
  func existingNumber(of word: Span<UInt8>) -> Int? { existingNumber(of: word, WordKey(word, seed: seed)) }

  /// The number of a word whose key is known, or `nil` for a word that is not in the table.
  func existingNumber(of word: Span<UInt8>, _ key: WordKey) -> Int? {
    let number = slots[slot(of: word, key)]
    return number >= 0 ? Int(number) : nil
  }

  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  private func slot(of word: Span<UInt8>, _ key: WordKey) -> Int {
    let (slots, keys) = (slots.span, keys.span)
    let mask = slots.count - 1
    var slot = Int(key.hash) & mask
    while case let number = Int(slots[slot]), number >= 0 {
      if keys[number] == key, key.length <= 8 || isWord(number, word) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Whether the bytes behind the first eight are those of a word of the same length.
  private func isWord(_ number: Int, _ word: Span<UInt8>) -> Bool {
    let known = bytes.span.extracting(range(of: number))
    guard known.count == word.count else { return false }
    var offset = 8
    while offset < word.count {
      let place = min(offset, word.count - 8)
      // SAFETY: a byte has no padding, so all there is to read has been written.
      if unsafe known.bytes.word64(at: place) != word.bytes.word64(at: place) { return false }
      offset += 8
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for number in 0..<count {
      var slot = Int(keys[number].hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}
