/// How often each feature of a question (a word, a gram) occurs in each chunk.
///
/// Rows are sparse: a question may be a document of its own, and most of its words are in no chunk.
struct FeatureCounts {
  /// One feature that a chunk holds.
  struct Entry {
    let feature: Int
    let count: Int
  }

  /// The features of each chunk, in ascending order.
  private(set) var rows: [[Entry]] = []
  /// The length of each chunk in features of any kind.
  private(set) var lengths: [Int] = []
  /// In how many chunks each feature occurs.
  private(set) var holding: [Int]
  private var scratch: [Int]

  init(features: Int) {
    holding = [Int](repeating: 0, count: features)
    scratch = holding
  }

  /// Adds a chunk of `length` features, of which `found` are the question's, one entry for each occurrence.
  mutating func append(found: [Int], length: Int) {
    var distinct: [Int] = []
    for feature in found {
      if scratch[feature] == 0 { distinct.append(feature) }
      scratch[feature] += 1
    }
    distinct.sort()
    rows.append(distinct.map { Entry(feature: $0, count: scratch[$0]) })
    lengths.append(length)
    for feature in distinct {
      holding[feature] += 1
      scratch[feature] = 0
    }
  }

  /// The counts of the texts around each text, up to `reach` before and after it, as of one text.
  func windows(reach: Int) -> FeatureCounts {
    var windows = FeatureCounts(features: holding.count)
    var (sums, length) = (holding.map { _ in 0 }, 0)
    for place in 0..<rows.count + reach {
      if place < rows.count {
        for entry in rows[place] { sums[entry.feature] += entry.count }
        length += lengths[place]
      }
      if place > 2 * reach {
        for entry in rows[place - 2 * reach - 1] { sums[entry.feature] -= entry.count }
        length -= lengths[place - 2 * reach - 1]
      }
      if place >= reach { windows.append(sums, length: length) }
    }
    return windows
  }

  private mutating func append(_ sums: [Int], length: Int) {
    let row = sums.indices.filter { sums[$0] > 0 }.map { Entry(feature: $0, count: sums[$0]) }
    for entry in row { holding[entry.feature] += 1 }
    rows.append(row)
    lengths.append(length)
  }

  /// How rare each feature is in the pool: `ln(1 + (n - df + ½) / (df + ½))`.
  func inverseDocumentFrequencies() -> [Double] {
    let chunks = Double(rows.count)
    return holding.map { logarithm(1 + (chunks - Double($0) + 0.5) / (Double($0) + 0.5)) }
  }
}
