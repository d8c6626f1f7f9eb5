/// How often each feature of a question (a word, a run of characters) occurs in each text, feature after feature.
///
/// Only what occurs is kept: a question may be a document of its own, and most of its words are in no text.
struct Occurrences {
  /// Some occurrences in one text.
  struct Entry {
    let text: Int32
    let count: Int32
  }

  /// How many texts there are.
  let texts: Int
  private var entries: [Entry] = []
  private var ends: [Int] = []
  private var scratch: [Int32]
  private var touched: [Int32] = []

  init(texts: Int) {
    self.texts = texts
    scratch = [Int32](repeating: 0, count: texts)
  }

  /// How many features there are.
  var count: Int { ends.count }

  /// The texts that hold any feature, feature after feature.
  func forEach(_ body: (_ feature: Int, Entry) -> Void) {
    var place = 0
    for feature in ends.indices {
      while place < ends[feature] {
        body(feature, entries[place])
        place += 1
      }
    }
  }

  /// Adds occurrences of the feature that is under way.
  mutating func add(_ count: Int32, in text: Int32) {
    if scratch[Int(text)] == 0 { touched.append(text) }
    scratch[Int(text)] += count
  }

  /// Adds all occurrences of a form of the feature that is under way.
  mutating func add(form: Int, of index: TextIndex) {
    for posting in index.postings(ofForm: form) { add(posting.count, in: posting.text) }
  }

  /// Ends the feature that is under way and begins the next.
  mutating func endFeature() {
    touched.sort()
    for text in touched {
      entries.append(Entry(text: text, count: scratch[Int(text)]))
      scratch[Int(text)] = 0
    }
    touched.removeAll(keepingCapacity: true)
    ends.append(entries.count)
  }

  /// How rare each feature is among the texts: `ln(1 + (n - df + ½) / (df + ½))`.
  func inverseDocumentFrequencies() -> [Double] {
    (0..<count).map { feature in
      let holding = Double(ends[feature] - (feature == 0 ? 0 : ends[feature - 1]))
      return logarithm(1 + (Double(texts) - holding + 0.5) / (holding + 0.5))
    }
  }

  /// The occurrences around each text, up to `reach` before and after it, as of one text.
  func windows(reach: Int) -> Occurrences {
    var windows = Occurrences(texts: texts)
    forEach { feature, entry in
      while windows.count < feature { windows.endFeature() }
      let place = Int(entry.text)
      for text in max(0, place - reach)...min(texts - 1, place + reach) { windows.add(entry.count, in: Int32(text)) }
    }
    while windows.count < count { windows.endFeature() }
    return windows
  }
}

extension [Int] {
  /// The sum around each place, up to `reach` before and after it.
  func windowSums(reach: Int) -> [Int] {
    indices.map { self[Swift.max(0, $0 - reach)...Swift.min(count - 1, $0 + reach)].reduce(0, +) }
  }
}
