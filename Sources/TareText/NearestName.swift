/// The name among `candidates` that `name` was most likely meant to be, or `nil` when none is near.
///
/// Near is an edit distance (with swapped neighbours as one edit, Damerau 1964) of at most a third of the length,
/// or a candidate that begins with all of `name`; at least one letter must be left as it was. Ties go to the
/// candidate that comes first.
///
/// - Complexity: O(*n* *m*) for each candidate.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().utf8)
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate.lowercased().utf8)
    let isPrefix = wanted.count >= 3 && other.starts(with: wanted)
    let distance = isPrefix ? 1 : editDistance(wanted, other)
    let length = max(wanted.count, other.count)
    guard distance <= max(1, length / 3), distance < length else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
  }
  return best?.name
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from `left` to `right`.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in 0..<left.count {
    var row = [i + 1]
    for j in 0..<right.count {
      let replaced = last[j] + (left[i] == right[j] ? 0 : 1)
      var best = min(replaced, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, beforeLast[j - 1] + 1) }
      row.append(best)
    }
    (beforeLast, last) = (last, row)
  }
  return last[right.count]
}
