internal import TareUnicode

/// The runs of characters in a question's words, and where they occur in the chunks' words.
///
/// A word shares most of its grams with its inflections and compounds, of which a stemmer knows only some.
struct CharacterGrams {
  /// The forms of the question that hold each feature.
  let forms: [[Int]]
  let counts: FeatureCounts

  init(_ pool: AnalyzedPool) {
    var table = GramTable()
    for form in Set(pool.query).sorted() { table.add(form, of: pool) }
    let grams = (0..<pool.forms.count).map { table.grams(ofForm: $0, in: pool) }
    var counts = FeatureCounts(features: table.forms.count)
    for chunk in pool.chunks {
      counts.append(
        found: chunk.flatMap { grams[$0].features }, length: chunk.reduce(0) { $0 + grams[$1].count })
    }
    forms = table.forms
    self.counts = counts
  }
}

/// The grams of a question, numbered.
private struct GramTable {
  private var features: [Gram: Int] = [:]
  private(set) var forms: [[Int]] = []

  mutating func add(_ form: Int, of pool: AnalyzedPool) {
    forEachGram(ofForm: form, in: pool) { gram in
      let feature = features[gram, default: forms.count]
      if feature == forms.count {
        features[gram] = feature
        forms.append([])
      }
      if forms[feature].last != form { forms[feature].append(form) }
    }
  }

  /// The question's grams that a form holds, and how many grams it has in all.
  func grams(ofForm form: Int, in pool: AnalyzedPool) -> (features: [Int], count: Int) {
    var found: [Int] = []
    var count = 0
    forEachGram(ofForm: form, in: pool) { gram in
      count += 1
      if let feature = features[gram] { found.append(feature) }
    }
    return (found, count)
  }
}

/// Up to four scalars, 21 bits each.
private typealias Gram = UInt128

/// Calls `body` with each run of four characters of a word, or of two in a dense script; a shorter word is one run.
private func forEachGram(ofForm form: Int, in pool: AnalyzedPool, _ body: (Gram) -> Void) {
  let length = pool.scripts[form].isDense ? 2 : 4
  let mask = Gram(1) << (21 * length) - 1
  var gram: Gram = 0
  var count = 0
  for scalar in String(decoding: pool.forms[form], as: UTF8.self).unicodeScalars {
    gram = (gram << 21 | Gram(scalar.value)) & mask
    count += 1
    if count >= length { body(gram) }
  }
  if 0 < count, count < length { body(gram) }
}
