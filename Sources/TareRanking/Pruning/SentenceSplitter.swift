internal import TareUnicode

/// Splits a text into sentences, and what has none into pieces at blanks.
struct SentenceSplitter: Sendable {
  private let boundaries: SentenceBoundaries

  /// Thai and its neighbours write no full stop; a piece of this many bytes, some 120 letters, stands for a sentence.
  private static let pieceLength = 360

  init() throws(UnicodeDataError) {
    boundaries = try SentenceBoundaries()
  }

  /// The sentences with the blanks behind them; joined, they are the text.
  func sentences(of text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return boundaries.sentences(in: utf8.span).flatMap { pieces(of: utf8[$0]) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func pieces(of sentence: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    guard sentence.count > Self.pieceLength, writesNoFullStop(sentence) else { return [sentence] }
    var pieces: [ArraySlice<UInt8>] = []
    var start = sentence.startIndex
    for index in sentence.indices where sentence[index] == 0x20 && index + 1 - start >= Self.pieceLength {
      pieces.append(sentence[start...index])
      start = index + 1
    }
    if start < sentence.endIndex { pieces.append(sentence[start...]) }
    return pieces
  }
}

/// Whether the first letter is of a script without a full stop.
private func writesNoFullStop(_ sentence: ArraySlice<UInt8>) -> Bool {
  let scripts = String(decoding: sentence, as: UTF8.self).unicodeScalars.lazy.map { Script(of: $0) }
  return [.thai, .lao, .khmer, .myanmar].contains(scripts.first { $0 != .common && $0 != .inherited })
}
