internal import TareUnicode

/// The runs of characters in a question's words, and where they occur in the chunks' words.
///
/// ```
/// libraries   ␣lib libr ibra brar rari arie ries      four characters, the start of the word being one
/// 图书馆|几点  图书 书馆 馆几 几点                      two in a dense script, also across words
/// ```
/// A word shares most of its grams with its inflections and compounds, of which a stemmer knows only some.
struct CharacterGrams {
  /// The forms of the question that hold each feature.
  let forms: [[Int]]
  let counts: FeatureCounts

  init(_ pool: AnalyzedPool) {
    var table = GramTable()
    for form in Set(pool.query).sorted() {
      forEachGram(ofForm: form, in: pool) { table.add($0, of: [form]) }
    }
    let edges = WordEdges(pool)
    for (left, right) in zip(pool.query, pool.query.dropFirst()) {
      if let gram = edges.gram(left, right) { table.add(gram, of: [left, right]) }
    }
    forms = table.forms
    counts = table.counts(in: pool, edges)
  }
}

/// The grams of a question, numbered.
private struct GramTable {
  private var features: [Gram: Int] = [:]
  private var filter = GramFilter()
  private(set) var forms: [[Int]] = []

  mutating func add(_ gram: Gram, of holders: [Int]) {
    filter.insert(gram)
    if let feature = features[gram] {
      forms[feature] += holders
    } else {
      features[gram] = forms.count
      forms.append(holders)
    }
  }

  private func feature(of gram: Gram) -> Int? {
    filter.mayHold(gram) ? features[gram] : nil
  }

  func counts(in pool: AnalyzedPool, _ edges: WordEdges) -> FeatureCounts {
    let grams = (0..<pool.forms.count).map { self.grams(ofForm: $0, in: pool) }
    var counts = FeatureCounts(features: forms.count)
    for chunk in pool.chunks {
      var found: [Int] = []
      var length = 0
      for (index, form) in chunk.enumerated() {
        found += grams[form].features
        length += grams[form].count
        guard index > 0, let gram = edges.gram(chunk[index - 1], form) else { continue }
        length += 1
        if let feature = feature(of: gram) { found.append(feature) }
      }
      counts.append(found: found, length: length)
    }
    return counts
  }

  /// The question's grams that a form holds, and how many grams it has in all.
  private func grams(ofForm form: Int, in pool: AnalyzedPool) -> (features: [Int], count: Int) {
    var found: [Int] = []
    var count = 0
    forEachGram(ofForm: form, in: pool) { gram in
      count += 1
      if let feature = feature(of: gram) { found.append(feature) }
    }
    return (found, count)
  }
}

/// One bit for each of 4,096 groups of grams: says no to most grams of a chunk before they are hashed in earnest.
private struct GramFilter {
  private var bits = [UInt64](repeating: 0, count: 64)

  mutating func insert(_ gram: Gram) {
    let group = group(of: gram)
    bits[group >> 6] |= 1 << (group & 63)
  }

  func mayHold(_ gram: Gram) -> Bool {
    let group = group(of: gram)
    return bits[group >> 6] & (1 << (group & 63)) != 0
  }

  private func group(of gram: Gram) -> Int {
    let mixed = UInt64(truncatingIfNeeded: gram) ^ UInt64(truncatingIfNeeded: gram >> 64) &* 0xD6E8_FEB8_6659_FD93
    return Int((mixed &* 0x9E37_79B9_7F4A_7C15) >> 52)
  }
}

/// Where words of dense scripts meet.
private struct WordEdges {
  /// The first and the last character of each form in a dense script.
  private let ends: [(first: Unicode.Scalar, last: Unicode.Scalar)?]

  init(_ pool: AnalyzedPool) {
    ends = (0..<pool.forms.count).map { form in
      guard pool.scripts[form].isDense else { return nil }
      let scalars = String(decoding: pool.forms[form], as: UTF8.self).unicodeScalars
      guard let first = scalars.first, let last = scalars.last else { return nil }
      return (first, last)
    }
  }

  /// The gram across two neighbouring words, if both are of dense scripts.
  func gram(_ left: Int, _ right: Int) -> Gram? {
    guard let left = ends[left], let right = ends[right] else { return nil }
    return Gram(left.last.value) << 21 | Gram(right.first.value)
  }
}

/// Up to four scalars, 21 bits each.
private typealias Gram = UInt128

/// Calls `body` with each run of four characters of a word, or of two in a dense script; a shorter word is one run.
private func forEachGram(ofForm form: Int, in pool: AnalyzedPool, _ body: (Gram) -> Void) {
  let isDense = pool.scripts[form].isDense
  let length = isDense ? 2 : 4
  let mask = Gram(1) << (21 * length) - 1
  var gram: Gram = isDense ? 0 : 0x20
  var count = isDense ? 0 : 1
  for scalar in String(decoding: pool.forms[form], as: UTF8.self).unicodeScalars {
    gram = (gram << 21 | Gram(scalar.value)) & mask
    count += 1
    if count >= length { body(gram) }
  }
  if count < length { body(gram) }
}
