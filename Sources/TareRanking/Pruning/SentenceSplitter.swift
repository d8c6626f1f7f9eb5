internal import TareUnicode

/// Splits a text into sentences, and long sentences of scripts that are written densely into clauses.
struct SentenceSplitter: Sendable {
  private let boundaries: SentenceBoundaries

  init() throws(UnicodeDataError) {
    boundaries = try SentenceBoundaries()
  }

  /// The sentences with the blanks behind them; joined, they are the text.
  func sentences(of text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return boundaries.sentences(in: utf8.span).flatMap { clauses(of: utf8[$0]) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func clauses(of sentence: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    guard let style = ClauseStyle(of: sentence), sentence.count > style.length else { return [sentence] }
    var clauses: [ArraySlice<UInt8>] = []
    var start = sentence.startIndex
    for end in sentence.indices.dropFirst() where end - start >= style.length && style.ends(sentence, before: end) {
      clauses.append(sentence[start..<end])
      start = end
    }
    clauses.append(sentence[start...])
    return clauses
  }
}

/// How a script ends its clauses.
private enum ClauseStyle {
  /// Thai and its neighbours write no full stop, and a blank where others write a comma.
  case blanks
  /// Chinese and Japanese put a comma where others put a full stop.
  case commas

  /// The style of the first letter's script, if its sentences need cutting.
  init?(of sentence: ArraySlice<UInt8>) {
    let scripts = String(decoding: sentence, as: UTF8.self).unicodeScalars.lazy.map { Script(of: $0) }
    switch scripts.first(where: { $0 != .common && $0 != .inherited }) {
    case .thai, .lao, .khmer, .myanmar: self = .blanks
    case .han, .hiragana, .katakana: self = .commas
    default: return nil
    }
  }

  /// The fewest bytes of a clause: some 60 letters of Thai, some 33 of Chinese.
  var length: Int {
    switch self {
    case .blanks: 180
    case .commas: 100
    }
  }

  func ends(_ sentence: ArraySlice<UInt8>, before end: Int) -> Bool {
    switch self {
    case .blanks: sentence[end - 1] == 0x20
    case .commas:
      end - sentence.startIndex >= 3 && sentence[end - 3] == 0xEF && sentence[end - 2] == 0xBC
        && (sentence[end - 1] == 0x8C || sentence[end - 1] == 0x9B)
    }
  }
}
