/// Robertson and Spärck Jones's weighting of term counts.
struct BM25: Sendable, Hashable {
  /// How late further occurrences of a feature stop counting (`k1`).
  var saturation = 1.2
  /// How much more a long text has to hold, from 0 to 1 (`b`).
  var lengthNormalization = 0.75

  /// The score of each text, given the weight of each feature and the length of each text.
  func scores(_ occurrences: Occurrences, weights: [Double], lengths: [Int]) -> [Double] {
    var scores = [Double](repeating: 0, count: lengths.count)
    let total = lengths.reduce(0, +)
    guard total > 0 else { return scores }
    let mean = Double(total) / Double(lengths.count)
    let norms = lengths.map {
      saturation * (1 - lengthNormalization + lengthNormalization * Double($0) / mean)
    }
    occurrences.forEach { feature, entry in
      let (text, count) = (Int(entry.text), Double(entry.count))
      scores[text] += weights[feature] * count * (saturation + 1) / (count + norms[text])
    }
    return scores
  }
}

extension [Double] {
  /// Each as a share of the greatest, or all 0 where none is above 0.
  var relativeToMaximum: [Double] {
    guard let greatest = self.max(), greatest > 0 else { return map { _ in 0 } }
    return map { $0 / greatest }
  }
}
