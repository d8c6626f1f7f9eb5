extension StopWords {
  /// The language whose function words make up most of a text, or `nil` if it holds none at all.
  ///
  /// A word that several languages share speaks for each of them. Of two equally frequent ones the first in
  /// ``languages`` wins.
  func language(ofWords frequencies: some Sequence<(word: ArraySlice<UInt8>, count: Int)>) -> Language? {
    var votes = [Int](repeating: 0, count: languages.count)
    for (word, count) in frequencies {
      var mask = languages(having: word)
      while mask != 0 {
        votes[mask.trailingZeroBitCount] += count
        mask &= mask - 1
      }
    }
    guard let most = votes.max(), most > 0, let index = votes.firstIndex(of: most) else { return nil }
    return languages[index]
  }
}
