/// Finds texts that say nearly the same as an earlier one, by the sequences of three words they share.
///
/// The similarity of two texts is exact: shared sequences by all sequences (Jaccard). What is saved is comparing. Two
/// texts of at least similarity *t* must share one of the *n* - ⌈*t* *n*⌉ + 1 rarest of the *n* sequences of each,
/// since the others are too few, so only those are remembered and looked up (the prefix filter of Chaudhuri, Ganti
/// and Kaushik, 2006):
/// ```
/// rarest of the pool                          most frequent
/// ├── remembered and looked up ──┼── ⌈t n⌉ - 1 others ──────┤
/// ```
/// An opening that all texts share is frequent, so it leads to no comparison unless it is most of a text.
struct NearDuplicates {
  /// How many earlier texts were met under a rare sequence: what grows with the pool beside the reading of it.
  private(set) var encounters = 0
  private let threshold: Double
  private let texts: [[Int]]
  /// The texts without an original, by each sequence that is among their rarest.
  private var holders: [[Int]]

  /// Reads `texts` and compares none of them yet.
  init(_ texts: [String], threshold: Double, splitter: WordSplitter) {
    var sequences = WordSequences(splitter: splitter)
    let numbers = texts.map { sequences.numbers(of: $0) }
    let ranks = sequences.ranks
    self.texts = numbers.map { $0.map { ranks[$0] }.sorted() }
    self.threshold = threshold
    holders = Array(repeating: [], count: ranks.count)
  }

  /// For each text the place of the most similar earlier one at or above the threshold, the first of equals, or `nil`
  /// for a text that is new. Only new texts are originals of later ones.
  mutating func originals() -> [Int?] {
    texts.indices.map { text in
      let sequences = texts[text]
      let rarest = sequences.prefix(sequences.count - fewestShared(of: sequences.count) + 1)
      if let original = mostSimilar(to: text, sharing: rarest) { return original }
      for sequence in rarest { holders[sequence].append(text) }
      return nil
    }
  }

  private mutating func mostSimilar(to text: Int, sharing rarest: ArraySlice<Int>) -> Int? {
    var candidates: Set<Int> = []
    for sequence in rarest {
      encounters += holders[sequence].count
      candidates.formUnion(holders[sequence])
    }
    var best: (text: Int, similarity: Double)?
    for candidate in candidates.sorted() {
      guard let similarity = similarity(of: texts[candidate], and: texts[text]) else { continue }
      if similarity > best?.similarity ?? 0 { best = (candidate, similarity) }
    }
    return best?.text
  }

  /// The fewest of `count` sequences that a text must share to be similar enough even if it had no others; one more
  /// than there are where nothing would be.
  private func fewestShared(of count: Int) -> Int {
    var (low, high) = (1, count + 1)
    while low < high {
      let middle = (low + high) / 2
      if Double(middle) / Double(count) >= threshold { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The similarity of two texts at or above the threshold, or `nil`, which is told as soon as too few are left.
  private func similarity(of first: [Int], and second: [Int]) -> Double? {
    func share(_ common: Int) -> Double { Double(common) / Double(first.count + second.count - common) }
    var (left, right, common) = (0, 0, 0)
    while left < first.count, right < second.count {
      if first[left] == second[right] {
        (left, right, common) = (left + 1, right + 1, common + 1)
      } else {
        if first[left] < second[right] { left += 1 } else { right += 1 }
        guard share(common + min(first.count - left, second.count - right)) >= threshold else { return nil }
      }
    }
    return share(common) >= threshold ? share(common) : nil
  }
}
