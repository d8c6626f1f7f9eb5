/// A piece longer than the window of a stream: taken in bit by bit until its end is known.
///
/// One of the few long runs that the patterns have; see ``OpenRun``.
struct OpenPiece {
  private let run: OpenRun
  private var phase = Phase.first
  private var tokens: OpenPieceCount

  private enum Phase {
    /// The run itself; of a word, capitals and what may stand among them.
    case first
    /// Behind the run, what may only follow it; of a word, small letters and what may stand among them.
    case second
    /// Behind a word, where a contraction may follow.
    case last
  }

  /// The piece at the beginning of `text`, of which nothing has been taken yet.
  init(_ run: OpenRun, _ vocabulary: Vocabulary, block: Int) {
    self.run = run
    tokens = OpenPieceCount(vocabulary, block: block)
  }

  /// The number of tokens, which is known once the piece has ended.
  private(set) var count: Int?

  /// Takes what belongs to the piece from the beginning of `bytes`.
  ///
  /// - Parameter isLast: Whether the text ends with these bytes.
  /// - Returns: How many bytes were taken. What was left is not enough to decide, or belongs to the next piece.
  mutating func take(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Int {
    withCursor(bytes) { text in
      // A scalar of up to four bytes that begins before this place is there in full.
      let limit = isLast ? text.end : text.end - 3
      var part = Part(text: text, bytes: bytes, limit: limit, isLast: isLast)
      switch run {
      case .run(let classes, let tail, let opening): takeRun(&part, classes, tail, opening)
      case .word(let opening, let isMarked): takeWord(&part, opening, isMarked)
      case .whiteSpace(let endsAtNewline, let isWholeAtEnd): takeWhiteSpace(&part, endsAtNewline, isWholeAtEnd)
      case .bounded(let length):
        part.offset = length
        part.flush(into: &tokens)
        count = tokens.countAsOne
      }
      return part.taken
    }
  }

  // MARK: Runs

  private mutating func takeRun(_ part: inout Part, _ classes: UInt8, _ tail: [UInt8], _ opening: Int) {
    if tokens.isEmpty { part.offset = opening }
    if phase == .first, !part.advance(while: classes) { phase = .second }
    if phase == .second {
      while part.offset < part.limit, tail.contains(part.text.byte(part.offset)) { part.offset += 1 }
    }
    let isDone = part.isLast || (phase == .second && part.offset < part.limit)
    part.flush(into: &tokens)
    if isDone { count = tokens.countAsOne }
  }

  // MARK: Words

  private mutating func takeWord(_ part: inout Part, _ opening: Int, _ isMarked: Bool) {
    if tokens.isEmpty {
      part.offset = opening
      part.flush(into: &tokens)
      if isMarked { tokens.setMark() }
    }
    if phase == .first { takeCapitals(&part) }
    if phase == .second, !part.advance(while: OpenRun.lowerRun) { phase = .last }
    part.flush(into: &tokens)
    guard phase == .last || part.isLast, part.isLast || part.offset + 3 <= part.text.end else { return }
    let contraction = O200kPreTokenizer().contractionLength(part.text, part.offset)
    if contraction > 0, tokens.endsAtMark { tokens.removeMark() }
    part.offset += contraction
    part.flush(into: &tokens)
    count = tokens.countDivided
  }

  /// Takes a run of capitals, with a mark behind the last scalar that may also stand among small letters.
  private mutating func takeCapitals(_ part: inout Part) {
    var shared = part.taken
    while part.offset < part.limit {
      let (bit, length) = part.text.scalar(part.offset)
      guard bit & OpenRun.upperRun != 0 else {
        phase = bit & OpenRun.lowerRun != 0 ? .second : .last
        break
      }
      part.offset += length
      if bit & OpenRun.lowerRun != 0 { shared = part.offset }
    }
    if shared > part.taken { part.flush(upTo: shared, into: &tokens, marking: true) }
    part.flush(into: &tokens)
    if phase == .second { tokens.removeMark() }
  }

  // MARK: White space

  /// Takes a run of white space but its last scalar, which may belong to what follows, with a mark behind the last
  /// newline.
  private mutating func takeWhiteSpace(_ part: inout Part, _ endsAtNewline: Bool, _ isWholeAtEnd: Bool) {
    var newlineEnd = 0
    var isNewline = false
    while part.offset < part.limit {
      let (bit, length) = part.text.scalar(part.offset)
      let next = part.offset + length
      isNewline = endsAtNewline && bit == ScalarClass.newline
      guard next < part.limit, part.text.classBit(next) & ScalarClass.whiteSpace != 0 else { break }
      part.offset = next
      if isNewline { newlineEnd = next }
    }
    if newlineEnd > 0 { part.flush(upTo: newlineEnd, into: &tokens, marking: true) }
    part.flush(into: &tokens)
    endWhiteSpace(&part, isWholeAtEnd, isNewline)
  }

  private mutating func endWhiteSpace(_ part: inout Part, _ isWholeAtEnd: Bool, _ isNewline: Bool) {
    guard part.offset < part.limit else { return }
    let next = part.offset + part.text.scalar(part.offset).length
    guard part.isLast || next < part.limit else { return }
    let isEnd = next == part.text.end
    if isNewline || isEnd || tokens.isEmpty {
      part.offset = next
      part.flush(into: &tokens)
      if isNewline { tokens.setMark() }
    }
    count = isEnd && isWholeAtEnd ? tokens.countAsOne : tokens.countDivided
  }
}

extension OpenPiece {
  /// One slice of the stream, and how far it has been looked at and taken.
  private struct Part {
    let text: TextCursor
    let bytes: ArraySlice<UInt8>
    let limit: Int
    let isLast: Bool
    var offset = 0
    private(set) var taken = 0

    init(text: TextCursor, bytes: ArraySlice<UInt8>, limit: Int, isLast: Bool) {
      self.text = text
      self.bytes = bytes
      self.limit = limit
      self.isLast = isLast
    }

    /// Goes on over scalars of these classes. Returns `false` at one of another class, `true` at the limit.
    mutating func advance(while classes: UInt8) -> Bool {
      while offset < limit {
        let (bit, length) = text.scalar(offset)
        if bit & classes == 0 { return false }
        offset += length
      }
      return true
    }

    /// Hands over what was looked at.
    mutating func flush(into tokens: inout OpenPieceCount) { flush(upTo: offset, into: &tokens, marking: false) }

    mutating func flush(upTo end: Int, into tokens: inout OpenPieceCount, marking: Bool) {
      tokens.append(bytes[(bytes.startIndex + taken)..<(bytes.startIndex + end)])
      taken = end
      if marking { tokens.setMark() }
    }
  }
}

/// Runs `body` with a cursor over `bytes`.
func withCursor<Result>(_ bytes: ArraySlice<UInt8>, _ body: (TextCursor) -> Result) -> Result {
  var nothing: UInt8 = 0
  return unsafe bytes.withUnsafeBufferPointer { buffer in
    unsafe withUnsafePointer(to: &nothing) { unsafe body(TextCursor(buffer, empty: $0)) }
  }
}
