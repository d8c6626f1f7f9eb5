internal import TareUnicode

/// A part of a text that may stay while its neighbours go.
struct TextPiece {
  /// The words with the blanks behind them.
  let text: String
  /// The number of the sentence it is of, from 0.
  let sentence: Int
}

/// Splits a text into sentences, and long sentences into clauses.
struct SentenceSplitter: Sendable {
  private let boundaries: SentenceBoundaries

  init() throws(UnicodeDataError) {
    boundaries = try SentenceBoundaries()
  }

  /// The sentences and clauses; joined, they are the text.
  func pieces(of text: String) -> [TextPiece] {
    let utf8 = Array(text.utf8)
    return boundaries.sentences(in: utf8.span).enumerated().flatMap { number, range in
      clauses(of: utf8[range]).map { TextPiece(text: String(decoding: $0, as: UTF8.self), sentence: number) }
    }
  }

  private func clauses(of sentence: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    guard let style = ClauseStyle(of: sentence), sentence.count > style.letters else { return [sentence] }
    var clauses: [ArraySlice<UInt8>] = []
    var start = sentence.startIndex
    var (letters, left) = (0, sentence.letterCount)
    for place in sentence.indices {
      if sentence[place].beginsLetter { (letters, left) = (letters + 1, left - 1) }
      let end = place + 1
      guard letters >= style.letters, left >= style.lettersBehind, style.ends(sentence[start..<end]) else { continue }
      clauses.append(sentence[start..<end])
      (start, letters) = (end, 0)
    }
    if start < sentence.endIndex { clauses.append(sentence[start...]) }
    return clauses
  }
}

/// How a script ends its clauses.
private enum ClauseStyle {
  /// Thai and its neighbours write no full stop, and a blank where others write a comma.
  case blanks
  /// Chinese and Japanese put a comma where others put a full stop.
  case fullWidthMarks
  /// Alphabets set a comma, semicolon or colon and a blank.
  case marks

  /// The style of the first letter's script, or `nil` for a sentence without letters.
  init?(of sentence: ArraySlice<UInt8>) {
    let scripts = String(decoding: sentence, as: UTF8.self).unicodeScalars.lazy.map { Script(of: $0) }
    switch scripts.first(where: { $0 != .common && $0 != .inherited }) {
    case .thai, .lao, .khmer, .myanmar: self = .blanks
    case .han, .hiragana, .katakana: self = .fullWidthMarks
    case nil: return nil
    default: self = .marks
    }
  }

  /// The fewest letters of a clause that is cut off: what says something by itself.
  var letters: Int {
    switch self {
    case .blanks: 40
    case .fullWidthMarks: 33
    case .marks: 120
    }
  }

  /// The fewest letters that stay behind it.
  var lettersBehind: Int { self == .marks ? 60 : 0 }

  func ends(_ clause: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .blanks: clause.last == 0x20
    case .fullWidthMarks: clause.ends(in: [0xEF, 0xBC, 0x8C]) || clause.ends(in: [0xEF, 0xBC, 0x9B])
    case .marks: clause.last == 0x20 && clause.dropLast().endsInMark
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var letterCount: Int { reduce(0) { $1.beginsLetter ? $0 + 1 : $0 } }

  fileprivate func ends(in bytes: [UInt8]) -> Bool { suffix(bytes.count).elementsEqual(bytes) }

  /// Whether it ends in `,`, `;` or `:`, or in Arabic's `،` or `؛`.
  fileprivate var endsInMark: Bool {
    switch last {
    case 0x2C, 0x3B, 0x3A: true
    case 0x8C, 0x9B: dropLast().last == 0xD8
    default: false
    }
  }
}

extension UInt8 {
  /// Whether it is no continuation byte of UTF-8.
  fileprivate var beginsLetter: Bool { self & 0xC0 != 0x80 }
}
