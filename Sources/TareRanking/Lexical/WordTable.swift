/// Numbers words in the order of their first appearance.
///
/// ```
/// bytes   t h e c a t s a t
/// ends          3     6     9      word n is ends[n - 1]..<ends[n]
/// heads   the   cat   sat          its first eight bytes as one number, which tell most words apart
/// slots   - 2 - - 0 - 1 -          by hash, open addressing, at most half full
/// ```
/// The hash is seeded anew in every process, so that nobody can write a text whose words all collide; the numbers
/// depend on the words alone.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var heads: [UInt64] = []
  private var slots: [Int32]
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

  /// - Parameter slots: A power of two, twice the words that are expected.
  init(slots: Int = 64) {
    self.slots = [Int32](repeating: -1, count: slots)
    heads.reserveCapacity(slots / 2)
    ends.reserveCapacity(slots / 2)
  }

  /// How many different words there are.
  var count: Int { ends.count }

  /// The bytes of word `number`.
  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[start(of: number)..<ends[number]]
  }

  /// The number of a word, which is a new one for a new word.
  mutating func number(of word: Span<UInt8>) -> Int {
    let head = head(of: word)
    let slot = slot(of: word, head)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(count)
    // SAFETY: the bytes are copied while the word is there.
    unsafe word.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    heads.append(head)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The number of a word, or `nil` for a word that is not in the table.
  func existingNumber(of word: Span<UInt8>) -> Int? {
    let number = slots[slot(of: word, head(of: word))]
    return number >= 0 ? Int(number) : nil
  }

  private func start(of number: Int) -> Int { number == 0 ? 0 : ends[number - 1] }

  /// The first eight bytes.
  private func head(of word: Span<UInt8>) -> UInt64 {
    var head: UInt64 = 0
    for index in 0..<min(8, word.count) { head = head << 8 | UInt64(word[index]) }
    return head
  }

  private func slot(of word: Span<UInt8>, _ head: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = hash(of: word, head) & mask
    while slots[slot] >= 0, !isWord(Int(slots[slot]), word, head) { slot = (slot + 1) & mask }
    return slot
  }

  private func isWord(_ number: Int, _ word: Span<UInt8>, _ head: UInt64) -> Bool {
    guard heads[number] == head else { return false }
    let start = start(of: number)
    guard ends[number] - start == word.count else { return false }
    var index = 8
    while index < word.count {
      if bytes[start + index] != word[index] { return false }
      index += 1
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in 0..<count {
      let slot = slot(of: bytes.span.extracting(start(of: number)..<ends[number]), heads[number])
      slots[slot] = Int32(number)
    }
  }

  private func hash(of word: Span<UInt8>, _ head: UInt64) -> Int {
    var hash = folded(seed ^ head ^ UInt64(truncatingIfNeeded: word.count) << 56)
    var lane: UInt64 = 0
    var index = 8
    while index < word.count {
      lane = lane << 8 | UInt64(word[index])
      index += 1
      if index & 7 == 0 || index == word.count { (hash, lane) = (folded(hash ^ lane), 0) }
    }
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF)
  }

  private func folded(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: seed ^ 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
