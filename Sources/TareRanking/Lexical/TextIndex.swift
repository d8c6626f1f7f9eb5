/// Texts whose words are known, and for each word the texts that hold it.
///
/// ```
/// texts     0: the houses …   1: house, house
/// postings  the 0×1   houses 0×1   house 1×2     by form, each with its texts in order
/// ```
struct TextIndex: Sendable {
  /// How often a form occurs in a text.
  struct Posting: Sendable {
    let text: Int32
    let count: Int32
  }

  /// The different words.
  private(set) var lexicon: Lexicon
  /// The words of each text, in order.
  private(set) var texts: [[Int32]]
  /// How many runs of characters each text has.
  private(set) var gramLengths: [Int] = []
  /// The runs of characters across neighbouring words of dense scripts, with the text each stands in.
  private(set) var edgeGrams: [GramIndex.Entry] = []
  /// The forms that hold each run of characters, if more than one question will be asked.
  private(set) var formsByGram: GramIndex?
  /// The texts that hold each run across words, if more than one question will be asked.
  private(set) var textsByGram: GramIndex?
  private var postings: [Posting] = []
  private var ends: [Int32] = []
  private var formsByStem: [Int32] = []
  private var stemEnds: [Int32] = []

  /// - Parameter lexicon: Settled, and of the words of `texts`.
  init(_ texts: [[Int32]], _ lexicon: Lexicon) {
    self.texts = texts
    self.lexicon = lexicon
    collectPostings()
    collectStems()
    collectGrams()
  }

  /// Makes questions about runs of characters cheap, at the cost of about one.
  mutating func indexGrams() {
    var all: [GramIndex.Entry] = []
    lexicon.grams.forEach { all.append(GramIndex.Entry(gram: $0, place: $1)) }
    formsByGram = GramIndex(all)
    textsByGram = GramIndex(edgeGrams)
  }

  /// How many texts there are.
  var count: Int { texts.count }

  /// The texts that hold a form.
  func postings(ofForm form: Int) -> ArraySlice<Posting> { postings[range(form, in: ends)] }

  /// The forms that have a stem.
  func forms(ofStem stem: Int) -> ArraySlice<Int32> { formsByStem[range(stem, in: stemEnds)] }

  private func range(_ number: Int, in ends: [Int32]) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// Two passes over the words: how much room each form needs, then the postings into their places.
  private mutating func collectPostings() {
    var places = [Int32](repeating: 0, count: lexicon.forms.count + 1)
    for text in texts { for form in text { places[Int(form) + 1] += 1 } }
    for form in 1..<places.count { places[form] += places[form - 1] }
    var found = [Int32](repeating: 0, count: Int(places[places.count - 1]))
    for (text, words) in texts.enumerated() {
      for form in words {
        found[Int(places[Int(form)])] = Int32(truncatingIfNeeded: text)
        places[Int(form)] += 1
      }
    }
    fold(found, upTo: places)
  }

  /// Makes postings of the texts that hold each form, once for each occurrence.
  private mutating func fold(_ found: [Int32], upTo places: [Int32]) {
    postings.reserveCapacity(found.count)
    ends.reserveCapacity(lexicon.forms.count)
    var place = 0
    for form in 0..<lexicon.forms.count {
      let end = Int(places[form])
      while place < end {
        let start = place
        repeat { place += 1 } while place < end && found[place] == found[start]
        postings.append(Posting(text: found[start], count: Int32(truncatingIfNeeded: place - start)))
      }
      ends.append(Int32(truncatingIfNeeded: postings.count))
    }
  }

  private mutating func collectStems() {
    var places = [Int32](repeating: 0, count: lexicon.stemWords.count + 1)
    for stem in lexicon.stems { places[Int(stem) + 1] += 1 }
    for stem in 1..<places.count { places[stem] += places[stem - 1] }
    formsByStem = lexicon.stems
    for (form, stem) in lexicon.stems.enumerated() {
      formsByStem[Int(places[Int(stem)])] = Int32(truncatingIfNeeded: form)
      places[Int(stem)] += 1
    }
    stemEnds = Array(places.dropLast())
  }

  private mutating func collectGrams() {
    let grams = lexicon.grams
    gramLengths.reserveCapacity(texts.count)
    for (text, words) in texts.enumerated() {
      var length = words.reduce(0) { $0 + grams.count(of: Int($1)) }
      if grams.hasDenseWords {
        for index in words.indices.dropFirst() {
          guard let gram = grams.gram(between: Int(words[index - 1]), and: Int(words[index])) else { continue }
          edgeGrams.append(GramIndex.Entry(gram: gram, place: Int32(truncatingIfNeeded: text)))
          length += 1
        }
      }
      gramLengths.append(length)
    }
  }
}
