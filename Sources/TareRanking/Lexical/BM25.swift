/// Robertson and Spärck Jones's weighting of term counts.
struct BM25: Sendable, Hashable {
  /// How late further occurrences of a feature stop counting (`k1`).
  var saturation = 1.2
  /// How much more a long chunk has to hold, from 0 to 1 (`b`).
  var lengthNormalization = 0.75

  /// The score of each chunk, given the weight of each feature.
  func scores(_ counts: FeatureCounts, weights: [Double]) -> [Double] {
    let total = counts.lengths.reduce(0, +)
    guard total > 0 else { return counts.lengths.map { _ in 0 } }
    let mean = Double(total) / Double(counts.lengths.count)
    return counts.rows.indices.map { chunk in
      let relative = Double(counts.lengths[chunk]) / mean
      let norm = saturation * (1 - lengthNormalization + lengthNormalization * relative)
      return counts.rows[chunk].reduce(0) { sum, entry in
        let count = Double(entry.count)
        return sum + weights[entry.feature] * count * (saturation + 1) / (count + norm)
      }
    }
  }
}

extension [Double] {
  /// Each as a share of the greatest, or all 0 where none is above 0.
  var relativeToMaximum: [Double] {
    guard let greatest = self.max(), greatest > 0 else { return map { _ in 0 } }
    return map { $0 / greatest }
  }
}
