extension IndexedText {
  /// Where a text that begins at `start` is cut so that it has at most `limit` tokens; `start` when it cannot be.
  mutating func head(from start: Int, to limit: Int, at places: CutPlaces) -> (end: Int, tokens: Int) {
    var number = tokens(before: start) + limit
    var place = text.end
    while true {
      place = text.cutPlace(places, atMost: min(tokenEnd(atMost: number), place), notBefore: start)
      guard place > start else { return (start, 0) }
      let tokens = count(in: start..<place)
      if tokens <= limit { return (place, tokens) }
      number = min(number, self.tokens(before: place)) - (tokens - limit)
    }
  }

  /// Where a text that ends with `range` begins so that it has at most `limit` tokens; its end when it cannot.
  mutating func tail(of range: Range<Int>, to limit: Int, at places: CutPlaces) -> (start: Int, tokens: Int) {
    let total = tokens(before: range.upperBound)
    var number = total - limit
    while true {
      let start = max(range.lowerBound, tokenStart(atLeast: number))
      let place = text.cutPlace(places, atLeast: start, notAfter: range.upperBound)
      guard place < range.upperBound else { return (range.upperBound, 0) }
      let tokens = count(in: place..<range.upperBound)
      if tokens <= limit { return (place, tokens) }
      number = max(number, self.tokens(before: place)) + (tokens - limit)
    }
  }
}
