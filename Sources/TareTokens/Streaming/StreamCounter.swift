/// Counts the tokens of a text that comes in parts, exactly as if it came whole.
///
/// The parts may be cut anywhere, inside a character or a word too. What is kept is bounded, whatever the length of the
/// text: a window of it, and of a single piece that is longer than the window about as many bytes as all tokens of the
/// vocabulary have together (see ``LongPieceCount`` for why that is enough).
///
/// ```swift
/// var counter = StreamCounter(Tokenizer(.o200kBase))
/// while let part = try next() { counter.append(part.span) }
/// let tokens = counter.finish()
/// ```
/// A copy of a counter can be finished to learn the count so far.
///
/// - Complexity: O(*n*) in bytes, for a text that is one single piece too.
public struct StreamCounter: Sendable {
  /// How much of the text is looked at together, in bytes.
  static let usualWindow = 1 << 19
  /// Enough for every piece of bounded length with what decides its end.
  static let smallestWindow = 32

  private let tokenizer: Tokenizer
  private let window: Int
  private let block: Int
  private var total = 0
  private var buffer: [UInt8] = []
  private var openPiece: OpenPiece?

  /// A counter that has seen nothing.
  public init(_ tokenizer: Tokenizer) {
    self.init(tokenizer, window: Self.usualWindow, block: LongPieceCount.usualBlock)
  }

  /// - Precondition: `window` is at least ``smallestWindow``, `block` at least the length of the longest token.
  init(_ tokenizer: Tokenizer, window: Int, block: Int) {
    self.tokenizer = tokenizer
    self.window = window
    self.block = block
  }

  /// Takes in the next part of the text.
  public mutating func append(_ utf8: Span<UInt8>) {
    var start = 0
    while start < utf8.count {
      let end = min(utf8.count, start + window)
      unsafe utf8.extracting(start..<end).withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
      start = end
      if buffer.count >= window { drain(isLast: false) }
    }
  }

  /// The number of tokens of all that was taken in.
  public consuming func finish() -> Int {
    drain(isLast: true)
    return total
  }

  /// Counts what is sure of the buffer and keeps the rest.
  private mutating func drain(isLast: Bool) {
    var start = 0
    while start < buffer.count || isLast {
      let rest = buffer[start...]
      if openPiece != nil {
        start += take(rest, isLast: isLast)
        if openPiece != nil { break }
      } else if isLast {
        total += tokenizer.count(rest)
        start = buffer.count
        break
      } else if let end = sureEnd(rest) {
        total += tokenizer.count(rest[..<end])
        start = end
        break
      } else if let rules = tokenizer.encoding.streaming, rest.count >= window {
        let run = withCursor(rest) { rules.openRun($0) }
        openPiece = OpenPiece(run, tokenizer.encoding.vocabulary, block: block)
      } else {
        break
      }
    }
    buffer.removeFirst(start)
  }

  private mutating func take(_ rest: ArraySlice<UInt8>, isLast: Bool) -> Int {
    guard var piece = openPiece.take() else { return 0 }
    let taken = piece.take(rest, isLast: isLast)
    if let count = piece.count { total += count } else { openPiece = piece }
    return taken
  }

  /// The last place up to which `bytes` can be counted whatever follows them.
  private func sureEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard tokenizer.encoding.streaming != nil else { return nil }
    if let end = lastWordEnd(bytes) { return end }
    let end = unsafe bytes.withUnsafeBufferPointer { unsafe tokenizer.withWalk($0) { $0.lastSureEnd } }
    return end > 0 ? bytes.startIndex + end : nil
  }

  /// The last place between a letter or digit and white space, both ASCII, near the end of `bytes`: no pattern has a
  /// piece that reaches across, and none looks beyond it to end a piece before it.
  private func lastWordEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    let first = max(bytes.startIndex + 1, bytes.endIndex - 4_096)
    var index = bytes.endIndex - 1
    while index >= first {
      if isWhiteSpace(bytes[index]), isLetterOrDigit(bytes[index - 1]) { return index }
      index -= 1
    }
    return nil
  }

  private func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}

extension PieceWalk {
  /// The last place up to which the text can be counted now, as a text of its own, and from which the rest can be
  /// counted later, as another, whatever follows it; 0 where there is none.
  fileprivate var lastSureEnd: Int {
    let settled = settledEnd(end)
    var sure = 0
    var start = 0
    while start < end {
      let next = pieceEnd(start)
      guard next < settled else { break }
      // White space at the end of a text is taken whole, where a scalar to follow would have kept the last one.
      if !isWhiteSpace(start, next) { sure = next }
      start = next
    }
    return sure
  }

  private func isWhiteSpace(_ start: Int, _ end: Int) -> Bool {
    var offset = start
    while offset < end {
      let (bit, length) = scalar(offset)
      if bit & ScalarClass.whiteSpace == 0 { return false }
      offset += length
    }
    return true
  }
}

extension Encoding {
  /// How the encoding's pre-tokenizer splits a text that comes in parts; `nil` where that is not known, so that the
  /// parts are kept until the text is whole.
  var streaming: (any StreamingPreTokenizer)? {
    switch kind {
    case .o200kBase, .o200kHarmony: O200kPreTokenizer()
    case .cl100kBase: Cl100kPreTokenizer()
    case .installed: nil
    }
  }
}
