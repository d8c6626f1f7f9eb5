/// Finds texts that say nearly the same as an earlier one, by the sequences of three words they share.
///
/// The similarity of two texts is exact: shared sequences by all sequences (Jaccard). Only texts that share a
/// sequence are compared, so a pool of different texts costs little more than reading it.
struct NearDuplicates {
  /// Three form numbers, 32 bits each; a text of fewer words is one sequence, its own bytes.
  private typealias Shingle = UInt128

  private let threshold: Double
  private let splitter: WordSplitter
  private var forms = WordTable()
  private var shortTexts = WordTable()
  private var originals: [(place: Int, shingles: Int)] = []
  /// The originals, as indices, that hold each sequence.
  private var holders: [Shingle: [Int]] = [:]

  init(threshold: Double, splitter: WordSplitter) {
    self.threshold = threshold
    self.splitter = splitter
  }

  /// The place of the most similar earlier text at or above the threshold, or `nil` for a text that is new.
  ///
  /// A new text is remembered under `place`.
  mutating func original(of text: String, at place: Int) -> Int? {
    let shingles = shingles(of: text)
    if let index = mostSimilar(to: shingles) { return originals[index].place }
    for shingle in shingles { holders[shingle, default: []].append(originals.count) }
    originals.append((place, shingles.count))
    return nil
  }

  private func mostSimilar(to shingles: Set<Shingle>) -> Int? {
    var shared: [Int: Int] = [:]
    for shingle in shingles { for index in holders[shingle] ?? [] { shared[index, default: 0] += 1 } }
    var best: (index: Int, similarity: Double)?
    for (index, common) in shared.sorted(by: { $0.key < $1.key }) {
      let similarity = Double(common) / Double(originals[index].shingles + shingles.count - common)
      if similarity >= threshold, similarity > best?.similarity ?? 0 { best = (index, similarity) }
    }
    return best?.index
  }

  private mutating func shingles(of text: String) -> Set<Shingle> {
    let words = splitter.forms(of: text, in: &forms)
    guard words.count >= 3 else { return [Shingle(shortTexts.number(of: text.utf8Span.span)) | 1 << 127] }
    return Set((0...words.count - 3).map { sequence(words, at: $0) })
  }

  private func sequence(_ words: [Int], at index: Int) -> Shingle {
    words[index..<index + 3].reduce(0) { $0 << 32 | Shingle($1) }
  }
}
