@testable import TareTokens

/// Truncation as its documentation says, from the tokens of the whole text and lists of all places.
struct PlainCutting {
  let tokenizer: Tokenizer
  let utf8: [UInt8]
  /// The end of each token.
  let ends: [Int]
  let characters: [Int]

  init(_ text: String, _ tokenizer: Tokenizer) {
    self.tokenizer = tokenizer
    utf8 = Array(text.utf8)
    var place = 0
    ends = tokenizer.encode(text).map { id in
      place += (try? tokenizer.decode([id]).count) ?? 0
      return place
    }
    characters = (text.indices + [text.endIndex]).map { text.utf8.distance(from: text.startIndex, to: $0) }
  }

  func places(_ places: CutPlaces) -> [Int] {
    let lines = [0] + utf8.indices.filter { utf8[$0] == 0x0A }.map { $0 + 1 } + [utf8.count]
    switch places {
    case .token: return [0] + ends.filter(isScalarEdge)
    case .character: return characters
    case .line: return lines
    case .paragraph:
      return lines.filter { place in
        guard place > 0, place < utf8.count else { return true }
        let isEmpty = utf8[place] == 0x0A || utf8[place] == 0x0D
        let before = utf8[..<place].reversed().drop { $0 == 0x0D }.prefix { $0 == 0x0A || $0 == 0x0D }
        return !isEmpty && before.count { $0 == 0x0A } > 1
      }
    case .offsets(let offsets): return [0] + offsets + [utf8.count]
    }
  }

  func isScalarEdge(_ offset: Int) -> Bool { offset == utf8.count || utf8[offset] & 0xC0 != 0x80 }

  func head(_ limit: Int, _ places: CutPlaces) -> Truncation {
    let allowed = self.places(places)
    guard ends.count > limit else { return Truncation(range: 0..<utf8.count, tokens: ends.count, total: ends.count) }
    var number = limit
    while true {
      let end = ([0] + ends.prefix(max(0, number))).last(where: isScalarEdge) ?? 0
      let place = allowed.last { $0 <= end } ?? 0
      let tokens = tokenizer.count(utf8[..<place])
      if tokens <= limit { return Truncation(range: 0..<place, tokens: tokens, total: ends.count) }
      number = min(number, ends.count { $0 <= place }) - (tokens - limit)
    }
  }

  func tail(_ limit: Int, _ places: CutPlaces) -> Truncation {
    let allowed = self.places(places)
    guard ends.count > limit else { return Truncation(range: 0..<utf8.count, tokens: ends.count, total: ends.count) }
    var number = ends.count - limit
    while true {
      let start = ([0] + ends).dropFirst(number).first(where: isScalarEdge) ?? utf8.count
      let place = allowed.first { $0 >= start } ?? utf8.count
      let tokens = tokenizer.count(utf8[place...])
      if tokens <= limit { return Truncation(range: place..<utf8.count, tokens: tokens, total: ends.count) }
      number = max(number, ends.count { $0 <= place }) + (tokens - limit)
    }
  }
}
