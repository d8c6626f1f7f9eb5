/// The runs that have no bound in the patterns, so that a piece can be longer than any window.
enum OpenRun {
  /// `opening` bytes, then scalars of these classes, then bytes out of `tail`.
  case run(of: UInt8, tail: [UInt8], opening: Int)
  /// `P? U* L+ C?` or `P? U+ L* C?` of o200k, whose first `opening` bytes are P. A mark in the place of P is a word by
  /// itself when no small letter follows.
  case word(opening: Int, isMarked: Bool)
  /// White space up to its last newline, in most patterns, or all but its last scalar; some take all of it at the end.
  case whiteSpace(endsAtNewline: Bool, isWholeAtEnd: Bool)
  /// A piece of bounded length, of this many bytes.
  case bounded(Int)

  static let upperRun = ScalarClass.upper | ScalarClass.caseless | ScalarClass.mark
  static let lowerRun = ScalarClass.lower | ScalarClass.caseless | ScalarClass.mark
  static let symbols = ScalarClass.symbol | ScalarClass.mark
  static let prefix = ScalarClass.space | ScalarClass.symbol | ScalarClass.mark
}

/// A pre-tokenizer whose pieces of any length can be taken in bit by bit.
protocol StreamingPreTokenizer: PreTokenizer {
  /// The run that the piece at the beginning of `text` is.
  ///
  /// - Precondition: `text` has at least ``StreamCounter/smallestWindow`` bytes.
  func openRun(_ text: TextCursor) -> OpenRun
}

extension O200kPreTokenizer: StreamingPreTokenizer {
  func openRun(_ text: TextCursor) -> OpenRun {
    let (bit, length) = text.scalar(0)
    if bit & ScalarClass.letter != 0 { return .word(opening: 0, isMarked: false) }
    let next = text.classBit(length)
    if bit & OpenRun.prefix != 0, next & (OpenRun.upperRun | OpenRun.lowerRun) != 0 {
      return .word(opening: length, isMarked: bit == ScalarClass.mark)
    }
    if bit == ScalarClass.symbol || (text.byte(0) == 0x20 && next & OpenRun.symbols != 0) {
      return .run(of: OpenRun.symbols, tail: Array("\r\n/".utf8), opening: length)
    }
    return bit & ScalarClass.whiteSpace != 0
      ? .whiteSpace(endsAtNewline: true, isWholeAtEnd: false) : .bounded(pieceEnd(text, 0))
  }
}

extension Cl100kPreTokenizer: StreamingPreTokenizer {
  func openRun(_ text: TextCursor) -> OpenRun {
    let (bit, length) = text.scalar(0)
    let next = text.classBit(length)
    if bit == ScalarClass.number || contractionLength(text, 0) > 0 { return .bounded(pieceEnd(text, 0)) }
    if bit & ScalarClass.letter != 0 || (bit & OpenRun.prefix != 0 && next & ScalarClass.letter != 0) {
      return .run(of: ScalarClass.letter, tail: [], opening: length)
    }
    if bit & OpenRun.symbols != 0 || (text.byte(0) == 0x20 && next & OpenRun.symbols != 0) {
      return .run(of: OpenRun.symbols, tail: Array("\r\n".utf8), opening: length)
    }
    return .whiteSpace(endsAtNewline: true, isWholeAtEnd: true)
  }
}

extension GPT2PreTokenizer: StreamingPreTokenizer {
  func openRun(_ text: TextCursor) -> OpenRun {
    let contraction = lowercaseContraction(text, 0)
    if contraction > 0 { return .bounded(contraction) }
    let opening = text.byte(0) == 0x20 ? 1 : 0
    let (bit, length) = text.scalar(opening)
    for classes in [ScalarClass.letter, ScalarClass.number, OpenRun.symbols] where bit & classes != 0 {
      return .run(of: classes, tail: [], opening: opening + length)
    }
    return .whiteSpace(endsAtNewline: false, isWholeAtEnd: true)
  }
}

/// How far an encoding allows the parts of a text to be counted before the text is whole.
enum StreamingRules {
  /// Up to the end of a piece, and pieces of any length in parts.
  case pieces(any StreamingPreTokenizer)
  /// Up to the end of a piece; a piece is kept until it ends.
  case settledPieces
  /// Not at all: the text is divided in several steps, and no place is known from which they could be begun anew; or it
  /// is not divided, or gets a space before it, which no part of it would, or has added tokens that depend on what is
  /// before them.
  case none
}

extension Encoding {
  /// How the encoding's text is counted in parts.
  var streaming: StreamingRules {
    let added = addedTokens(.text)
    if prefixesText || added?.isLocal == false { return .none }
    let isPlain = normalForm == nil && added == nil && wholePieces == nil && !vocabulary.mergesInAnyOrder
    switch splitting {
    case .o200k: return isPlain ? .pieces(O200kPreTokenizer()) : .settledPieces
    case .cl100k: return isPlain ? .pieces(Cl100kPreTokenizer()) : .settledPieces
    case .gpt2: return isPlain ? .pieces(GPT2PreTokenizer()) : .settledPieces
    case .tables(let steps): return steps.count == 1 ? .settledPieces : .none
    }
  }
}
